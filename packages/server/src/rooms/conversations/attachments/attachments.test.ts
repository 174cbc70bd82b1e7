import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Message } from "@veche/protocol";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../../town.fixture.ts";

/** A phone's photo lying on its side, with metadata. */
const PHOTO = fileURLToPath(
  new URL("../../../../../../test/pictures/orientation/orientation_portrait_6.jpg", import.meta.url),
);

let city: TownUnderTest;
let photo: Blob;
beforeAll(async () => {
  city = await aTown();
  photo = new Blob([new Uint8Array(await readFile(PHOTO))], { type: "image/jpeg" });
});
afterAll(() => city.close());

interface Attached {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Sends a picture ahead, as the resident of the token. */
async function attach(token: string, file: Blob = photo, key: string = crypto.randomUUID()) {
  const form = new FormData();
  form.set("picture", file, "IMG_0001.jpg");
  const answer = await fetch(`${city.url}/api/v1/conversation/attachments`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Idempotency-Key": key },
    body: form,
  });
  const body = (await answer.json()) as { attachment: Attached; code: string; detail: string };
  return { status: answer.status, ...body };
}

const picture = (token: string, id: string, size = "large") =>
  fetch(`${city.url}/api/v1/conversation/attachments/${id}?size=${size}`, {
    headers: { Authorization: `Bearer ${token}` },
  });

const send = (tab: Tab, attachments: readonly string[], text = "", clientId: string = crypto.randomUUID()) =>
  tab.ask("message:send", { clientId, text, attachments }) as Promise<{
    ok: boolean;
    message: Message;
    error: { code: string; message: string };
  }>;

const files = () => readdirSync(join(city.town.quarantine, "..", "blobs", "attachments"));

test("a picture is kept upright, without metadata, and comes with its message", async () => {
  const tab = await city.chat();
  const { status, attachment } = await attach(tab.token);
  expect(status).toBe(201);
  expect(attachment.height).toBeGreaterThan(attachment.width);

  const { message } = await send(tab, [attachment.id], "вот счётчик");
  expect(message).toMatchObject({ seq: 1, text: "вот счётчик", attachments: [attachment] });

  const answer = await picture(tab.token, attachment.id);
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
  expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  const made = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(made).toMatchObject({ format: "webp", width: attachment.width, height: attachment.height });
  expect([made.exif, made.xmp, made.iptc]).toEqual([undefined, undefined, undefined]);
  const small = await sharp(
    Buffer.from(await (await picture(tab.token, attachment.id, "small")).arrayBuffer()),
  ).metadata();
  expect(Math.max(small.width, small.height)).toBe(400);

  const later = await city.chat({ token: tab.token });
  await later.until(() => later.messages.length > 0, "history");
  expect(later.messages[0]?.attachments).toEqual([attachment]);
});

test("to a picture alone the assistant says that it needs words, and offers an operator", async () => {
  const tab = await city.chat();
  const { attachment } = await attach(tab.token);
  await send(tab, [attachment.id]);
  await tab.until(() => tab.messages.length === 2, "an answer");
  expect(tab.messages[1]?.text).toContain("Напишите словами");
  expect(tab.messages[1]?.replies).toEqual([{ title: "Позвать оператора", value: "Позвать оператора" }]);
});

test("a picture that is uploaded or sent again is the same one", async () => {
  const tab = await city.chat();
  const key = crypto.randomUUID();
  const [first, second] = [await attach(tab.token, photo, key), await attach(tab.token, photo, key)];
  expect(second.attachment).toEqual(first.attachment);
  const clientId = crypto.randomUUID();
  const said = await send(tab, [first.attachment.id], "раз", clientId);
  expect(await send(tab, [first.attachment.id], "раз", clientId)).toEqual(said);
  expect(await send(tab, [], "раз", clientId)).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(await send(tab, [first.attachment.id], "два")).toMatchObject({
    ok: false,
    error: { code: "invalid", message: "Снимка больше нет. Приложите его снова." },
  });
});

test("nobody but its conversation and operators sees a picture", async () => {
  const [mine, other] = [await city.chat(), await city.chat()];
  const { attachment } = await attach(mine.token);
  expect((await picture(other.token, attachment.id)).status).toBe(404);
  expect((await picture("made-up-token-of-some-length", attachment.id)).status).toBe(401);
  expect(await send(other, [attachment.id])).toMatchObject({ ok: false, error: { code: "invalid" } });

  const staffPath = `/api/v1/staff/attachments/${attachment.id}`;
  const cookie = await city.signIn("operator@town.example");
  expect((await city.call(staffPath, { cookie })).status).toBe(404);
  await send(mine, [attachment.id]);
  expect((await city.call(staffPath, { cookie })).status).toBe(200);
  const editor = await city.signIn("editor@town.example");
  expect((await city.call(staffPath, { cookie: editor })).status).toBe(403);
});

test("what is no picture is refused in words, and nothing stays of it", async () => {
  const tab = await city.chat();
  const before = files();
  const refused = await attach(tab.token, new Blob(["<svg onload=alert(1)>"], { type: "image/png" }));
  expect(refused).toMatchObject({ status: 415, code: "unsupported_media" });
  expect(refused.detail).toContain("JPEG, PNG, WebP");
  expect(files()).toEqual(before);
});

test("a picture taken back before it is sent is erased", async () => {
  const tab = await city.chat();
  const before = files();
  const { attachment } = await attach(tab.token);
  const gone = await fetch(`${city.url}/api/v1/conversation/attachments/${attachment.id}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${tab.token}` },
  });
  expect(gone.status).toBe(200);
  expect((await picture(tab.token, attachment.id)).status).toBe(404);
  await city.town.jobs.runDue();
  expect(files()).toEqual(before);
});
