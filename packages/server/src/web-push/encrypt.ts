import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

const RECORD_BYTES = 4096;

/** Whom to encrypt for, base64url as browsers give it. */
export interface PushKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/**
 * Encrypts for one browser, so that its push service can not read it.
 *
 * @param text at most 3,900 bytes: one record
 * @returns the body, with its header
 * @source RFC 8291, RFC 8188
 */
export function encryptPush(text: string, { p256dh, auth }: PushKeys): Buffer<ArrayBuffer> {
  const theirs = Buffer.from(p256dh, "base64url");
  const own = createECDH("prime256v1");
  const ours = own.generateKeys();
  const derived = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array | string, bytes: number) =>
    new Uint8Array(hkdfSync("sha256", secret, salt, info, bytes));

  const info = Buffer.concat([Buffer.from("WebPush: info\0"), theirs, ours]);
  const secret = derived(own.computeSecret(theirs), Buffer.from(auth, "base64url"), info, 32);
  const salt = randomBytes(16);
  const key = derived(secret, salt, "Content-Encoding: aes128gcm\0", 16);
  const nonce = derived(secret, salt, "Content-Encoding: nonce\0", 12);
  const cipher = createCipheriv("aes-128-gcm", key, nonce);

  const header = Buffer.alloc(21);
  salt.copy(header);
  header.writeUInt32BE(RECORD_BYTES, 16);
  header.writeUInt8(ours.length, 20);
  // The last record ends with 2.
  const plain = Buffer.concat([Buffer.from(text), Buffer.of(2)]);
  return Buffer.concat([header, ours, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
