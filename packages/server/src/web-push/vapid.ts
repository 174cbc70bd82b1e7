import { createECDH, createPrivateKey, sign } from "node:crypto";

const VALID_SECONDS = 12 * 60 * 60;
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

export interface Vapid {
  /** Given to browsers when they subscribe, base64url. */
  readonly publicKey: string;
  /** The `Authorization` of a request to the push service of this address. */
  authorization(endpoint: string, now: Date): string;
}

/**
 * Says to push services who sends.
 *
 * @param secret 32 bytes, base64url: the same gives the same keys, after a restart as at another process
 * @param contact `mailto:` or `https:`, whom the push service may ask
 * @source RFC 8292
 */
export function createVapid(secret: string, contact: string): Vapid {
  const pair = createECDH("prime256v1");
  pair.setPrivateKey(Buffer.from(secret, "base64url"));
  const point = pair.getPublicKey();
  const key = createPrivateKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
      d: secret,
    },
  });
  const publicKey = point.toString("base64url");
  return {
    publicKey,
    authorization(endpoint, now) {
      const claims = {
        aud: new URL(endpoint).origin,
        exp: Math.floor(now.getTime() / 1000) + VALID_SECONDS,
        sub: contact,
      };
      const said = `${encoded({ typ: "JWT", alg: "ES256" })}.${encoded(claims)}`;
      const signature = sign("sha256", Buffer.from(said), { key, dsaEncoding: "ieee-p1363" });
      return `vapid t=${said}.${signature.toString("base64url")}, k=${publicKey}`;
    },
  };
}
