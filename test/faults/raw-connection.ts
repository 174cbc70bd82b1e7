import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { aDrawing, CONSENT_VERSION } from "./contest-server.ts";

const MB = 1024 * 1024;
const CHUNK = Buffer.alloc(MB, "x");

/** A connection on which a test writes what no browser would. */
export class RawConnection {
  readonly socket: Socket;
  #heard = "";
  readonly closed: Promise<void>;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => socket.once("close", () => resolve()));
    // Being cut is what many tests are about.
    socket.on("error", () => undefined);
    socket.setEncoding("utf8").on("data", (part: string) => {
      this.#heard += part;
    });
  }

  static async to(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new RawConnection(socket);
  }

  get heard(): string {
    return this.#heard;
  }

  /** Statuses of the answers so far. */
  get statuses(): number[] {
    return [...this.#heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)]
      .map((it) => Number(it[1]))
      .filter((it) => it !== 100);
  }

  /** Writes, and resolves when there is room for more, or the connection has ended. */
  async write(data: string | Uint8Array): Promise<void> {
    if (this.socket.destroyed || this.socket.write(data)) return;
    await Promise.race([new Promise((resolve) => this.socket.once("drain", resolve)), this.closed]);
  }

  /** Sends a body that never ends, a megabyte at a time. @returns megabytes sent until cut, or until the limit */
  async writeEndlessly(limitMb: number): Promise<number> {
    let sent = 0;
    for (; sent < limitMb && !this.socket.destroyed; sent++) {
      await this.write(`${MB.toString(16)}\r\n`);
      await this.write(CHUNK);
      await this.write("\r\n");
    }
    return sent;
  }

  /** Resolves with the first answer's status, or 0 when the connection ended without one. */
  async status(): Promise<number> {
    while (this.statuses.length === 0 && !this.socket.destroyed) await delay(5);
    return this.statuses[0] ?? 0;
  }
}

/** An entry's form as it goes over the wire, for sending only a part of it. */
export function wireForm(
  slug: string,
  author: string,
  fields: Readonly<Record<string, string>> = {},
): Buffer {
  const all: Readonly<Record<string, string>> = {
    nomination: "beregi-les",
    title: "Лесная тишина",
    authorFirstName: "Варя",
    authorLastName: author,
    authorAge: "8",
    guardianName: "Ольга Кузнецова",
    guardianContact: "parent@town.example",
    "consent.processing": CONSENT_VERSION,
    ...fields,
  };
  const part = (head: string, body: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`--edge\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
      body,
      Buffer.from("\r\n"),
    ]);
  const body = Buffer.concat([
    ...Object.entries(all).map(([name, value]) => part(`name="${name}"`, Buffer.from(value))),
    part('name="drawing"; filename="a.jpg"', aDrawing()),
    Buffer.from("--edge--\r\n"),
  ]);
  const head = [
    `POST /api/v1/campaigns/${slug}/entries HTTP/1.1`,
    "Host: town.example",
    "Content-Type: multipart/form-data; boundary=edge",
    `Content-Length: ${body.length}`,
    "",
    "",
  ].join("\r\n");
  return Buffer.concat([Buffer.from(head), body]);
}
