import { createECDH, createPublicKey, randomBytes, verify } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { decrypt } from "http_ece";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../../town.fixture.ts";

interface Pushed {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}
const pushed: Pushed[] = [];
let answers = 201;
/** A push service as browsers' makers have them. */
const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    pushed.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(answers).end();
  });
});
let now = new Date("2026-11-22T10:00:00Z");
let city: TownUnderTest;
let address = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  city = await aTown(
    { VECHE_PUSH_CONTACT: "mailto:it@town.example" },
    { clock: () => now, pushServices: [new RegExp(`^${address}/`)] },
  );
});
afterAll(async () => {
  await city.close();
  service.close();
});

/** A browser with a subscription of its own. */
function aDevice(path: string) {
  const keys = createECDH("prime256v1");
  const authSecret = randomBytes(16).toString("base64url");
  const p256dh = keys.generateKeys().toString("base64url");
  return {
    subscription: { endpoint: `${address}/${path}`, keys: { p256dh, auth: authSecret } },
    read: (body: Buffer) =>
      JSON.parse(decrypt(body, { version: "aes128gcm", privateKey: keys, authSecret }).toString()) as object,
  };
}

const subscribe = (ticket: string, subscription: object) =>
  city.call("/api/v1/conversation/alerts", {
    method: "POST",
    body: JSON.stringify({ ticket, subscription }),
  });

async function ticketOf(tab: Tab): Promise<string> {
  const { url } = (await tab.ask("alert:ticket")) as { url: string };
  expect(url.startsWith(`${city.town.publicUrl()}/alerts`)).toBe(true);
  expect(url).not.toContain(tab.token);
  return url.split("#")[1] ?? "";
}

async function anAnswer(tab: Tab, text: string): Promise<void> {
  const desk = await city.staff(await city.signIn("operator@town.example"));
  const conversationId = tab.conversations[0]?.id;
  await desk.ask("conversation:claim", { conversationId });
  await desk.ask("message:send", { conversationId, clientId: crypto.randomUUID(), text });
}

async function later(): Promise<void> {
  now = new Date(now.getTime() + 60_000);
  await city.town.jobs.runDue();
}

test("who has closed the chat is told of the operator's answer, without its words", async () => {
  const tab = await city.chat({ page: "https://town.example/water" });
  await tab.ask("operator:request");
  const device = aDevice("one");
  expect((await subscribe(await ticketOf(tab), device.subscription)).status).toBe(201);
  tab.socket.disconnect();
  await anAnswer(tab, "Воду дадут в 18:00");
  await later();

  const told = pushed.filter(({ path }) => path === "/one");
  expect(told).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: Buffer.of() }] = told;
  expect(device.read(body)).toMatchObject({
    title: "Вам ответил оператор",
    url: "https://town.example/water",
  });
  expect(JSON.stringify(device.read(body))).not.toContain("18:00");
  const [, token = "", key = ""] = /^vapid t=(\S+), k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
  const [head, claims = "", signature = ""] = token.split(".");
  const point = Buffer.from(key, "base64url");
  const publicKey = createPublicKey({
    format: "jwk",
    key: {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    },
  });
  const said = Buffer.from(`${head}.${claims}`);
  const mark = Buffer.from(signature, "base64url");
  expect(verify("sha256", said, { key: publicKey, dsaEncoding: "ieee-p1363" }, mark)).toBe(true);
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    aud: address,
    sub: "mailto:it@town.example",
  });
});

test("who has the chat open is not told a second time", async () => {
  const tab = await city.chat();
  await tab.ask("operator:request");
  await subscribe(await ticketOf(tab), aDevice("two").subscription);
  await anAnswer(tab, "Здравствуйте");
  await later();
  expect(pushed.filter(({ path }) => path === "/two")).toEqual([]);
});

test("a device that took its permission back is forgotten", async () => {
  const tab = await city.chat();
  await tab.ask("operator:request");
  await subscribe(await ticketOf(tab), aDevice("three").subscription);
  tab.socket.disconnect();
  answers = 410;
  await anAnswer(tab, "Здравствуйте");
  await later();
  answers = 201;
  const { read } = city.town.database;
  const known = read.selectFrom("alert_device").select("id").where("endpoint", "=", `${address}/three`);
  expect(await known.execute()).toEqual([]);
});

test("a ticket is good for ten minutes, for its conversation and for browsers' services only", async () => {
  const tab = await city.chat();
  await tab.ask("operator:request");
  const ticket = await ticketOf(tab);
  const { subscription } = aDevice("four");
  const elsewhere = { ...subscription, endpoint: "http://127.0.0.1:1/admin" };
  expect((await subscribe(ticket, elsewhere)).status).toBe(400);
  const other = await city.chat();
  await other.say("привет");
  const forged = [other.conversations[0]?.id, ...ticket.split(".").slice(1)].join(".");
  expect((await subscribe(forged, subscription)).status).toBe(400);
  now = new Date(now.getTime() + 11 * 60_000);
  expect((await subscribe(ticket, subscription)).status).toBe(400);
});
