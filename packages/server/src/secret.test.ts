import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createSecrets, readSecret } from "./secret.ts";

const secrets = createSecrets("a secret of more than thirty-two characters");

test("a token is known as ours, and with one character changed it is not", () => {
  const token = secrets.newToken();
  expect(secrets.isOurs(token)).toBe(true);
  const changed = `${token[0] === "A" ? "B" : "A"}${token.slice(1)}`;
  expect(secrets.isOurs(changed)).toBe(false);
  expect(secrets.isOurs("")).toBe(false);
  expect(createSecrets("another secret of more than thirty-two").isOurs(token)).toBe(false);
});

test("a derived token is the same again, and differs for other words", () => {
  expect(secrets.tokenFrom("entry", "1")).toBe(secrets.tokenFrom("entry", "1"));
  expect(secrets.tokenFrom("entry", "1")).not.toBe(secrets.tokenFrom("entry", "2"));
  expect(secrets.tokenFrom("ab", "c")).not.toBe(secrets.tokenFrom("a", "bc"));
  expect(secrets.isOurs(secrets.tokenFrom("entry", "1"))).toBe(true);
});

test("a derived id is a UUID and the same again", () => {
  expect(secrets.idFrom("x")).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(secrets.idFrom("x")).toBe(secrets.idFrom("x"));
});

test("a secret made once is kept, and only the owner may read it", () => {
  const folder = mkdtempSync(join(tmpdir(), "veche-"));
  const made = readSecret(folder);
  expect(made.length).toBeGreaterThanOrEqual(64);
  expect(readSecret(folder)).toBe(made);
  expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});

test("a code to say aloud is short, the same again, and another for other words", () => {
  expect(secrets.codeFrom("entry", "1")).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(secrets.codeFrom("entry", "1")).toBe(secrets.codeFrom("entry", "1"));
  expect(secrets.codeFrom("entry", "1")).not.toBe(secrets.codeFrom("entry", "2"));
});
