import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const RANDOM_BYTES = 24;
const MARK_BYTES = 12;
/** Crockford's base 32: no I, L, O or U, which are misread. */
const CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The server's secret: as configured, else made once and kept in the data folder, readable by the owner only. */
export function readSecret(dataFolder: string, configured?: string): string {
  if (configured) return configured;
  const file = join(dataFolder, "secret");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const made = randomBytes(48).toString("base64url");
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, made, { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
  return made;
}

export interface Secrets {
  /** A new token: 192 random bits and the server's mark, base64url. */
  newToken(): string;
  /** Whether this server made the token. A made token need not be stored to be known as ours. */
  isOurs(token: string): boolean;
  /** What the database keeps instead of the token. */
  hash(token: string): string;
  /** A UUID that follows from the given words and the secret, always the same. */
  idFrom(...words: readonly string[]): string;
  /** A token that follows from the given words and the secret: it can be given again, yet never guessed. */
  tokenFrom(...words: readonly string[]): string;
  /** A short code to say aloud, such as `K7M2-QF9X`: 40 bits that follow from the words, always the same. */
  codeFrom(...words: readonly string[]): string;
  /** A key for another part, such as the session cookies'. */
  keyFor(purpose: string): string;
}

/** Everything that is derived from the one secret, each purpose with a key of its own. */
export function createSecrets(secret: string): Secrets {
  const keyFor = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "veche", purpose, 32)).toString("base64url");
  const made = (purpose: string) => createSecretKey(keyFor(purpose), "utf8");
  const keys = {
    mark: made("token mark"),
    hash: made("token hash"),
    id: made("id"),
    token: made("token"),
    code: made("code"),
  };
  const mac = (key: KeyObject, words: readonly string[]) =>
    createHmac("sha256", key).update(JSON.stringify(words)).digest();
  const withMark = (random: Buffer) =>
    Buffer.concat([random, mac(keys.mark, [random.toString("hex")]).subarray(0, MARK_BYTES)]).toString(
      "base64url",
    );

  return {
    newToken: () => withMark(randomBytes(RANDOM_BYTES)),
    isOurs(token) {
      const bytes = Buffer.from(token, "base64url");
      if (bytes.length !== RANDOM_BYTES + MARK_BYTES || bytes.toString("base64url") !== token) return false;
      const expected = Buffer.from(withMark(bytes.subarray(0, RANDOM_BYTES)), "base64url");
      return timingSafeEqual(bytes, expected);
    },
    hash: (token) => mac(keys.hash, [token]).toString("base64url"),
    idFrom(...words) {
      const bytes = mac(keys.id, words).subarray(0, 16);
      bytes[6] = (bytes[6]! & 0x0f) | 0x80;
      bytes[8] = (bytes[8]! & 0x3f) | 0x80;
      return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    },
    tokenFrom: (...words) => withMark(mac(keys.token, words).subarray(0, RANDOM_BYTES)),
    codeFrom(...words) {
      const letters = [...mac(keys.code, words).subarray(0, 8)]
        .map((byte) => CODE_LETTERS[byte % 32])
        .join("");
      return `${letters.slice(0, 4)}-${letters.slice(4)}`;
    },
    keyFor,
  };
}
