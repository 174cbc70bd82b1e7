import { type AddressInfo, createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";

/** Made for these tests and vouched for by nobody: `openssl req -x509 -newkey ec -subj /CN=localhost`. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghmb3WTB9oI445U3j
CwDaBDPy2P5aSPifl6zVcuZgxsyhRANCAATA3eQ/owMKo1/vxyIAesOdtAL4EsTH
moE8EGbpLEuUP6RGHeNak2rXuY/97gaNAhCUpNcIKLshIlCRVqHyUXb4
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBlDCCATugAwIBAgIUBnIm+4j0tulirf+BM/66VzN3IbYwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDA0MzMxNVoYDzIxMjYxMDMx
MDQzMzE1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATA3eQ/owMKo1/vxyIAesOdtAL4EsTHmoE8EGbpLEuUP6RGHeNak2rX
uY/97gaNAhCUpNcIKLshIlCRVqHyUXb4o2kwZzAdBgNVHQ4EFgQUdDowWhC87vf6
ITGAHRgO6acejq4wHwYDVR0jBBgwFoAUdDowWhC87vf6ITGAHRgO6acejq4wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
RwAwRAIgC2N5Z5WlshQtnefIN7eJDvRVo1YAgrxDbdwdPHz8dZMCICF1OzdAviPu
j61RjBouJfcGriFiPQzoxF0vyAYEo6O3
-----END CERTIFICATE-----`;

/** What Postgres's clients say first, to ask for TLS. */
const ASKS_FOR_TLS = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Somebody on the way who plays Postgres, Redis or S3 over TLS; what callers told it is kept. */
export async function aForgedService(): Promise<{
  port: number;
  called(): number;
  told(): string;
  end(): void;
}> {
  let called = 0;
  let told = "";
  const tls = createTlsServer({ key: KEY, cert: CERTIFICATE }, (socket) =>
    socket.on("data", (piece) => (told += String(piece))).on("error", () => undefined),
  );
  const server = createServer((socket) => {
    called += 1;
    socket.on("error", () => undefined);
    socket.once("data", (first: Buffer) => {
      if (first.equals(ASKS_FOR_TLS)) socket.write("S");
      else socket.unshift(first);
      tls.emit("connection", socket);
    });
  });
  await new Promise<void>((then) => void server.listen(0, "localhost", then));
  return {
    port: (server.address() as AddressInfo).port,
    called: () => called,
    told: () => told,
    end: () => void server.close(),
  };
}
