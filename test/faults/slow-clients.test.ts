import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { aForm, call, CONTEST, entriesOf } from "./contest-server.ts";
import { RawConnection } from "./raw-connection.ts";
import { aWatchedServer } from "./watched-server.ts";

const server = aWatchedServer((it) => call(entriesOf(it), "ru", { method: "POST", body: aForm() }));
const connection = () => RawConnection.to(server.process().url);

const ENDLESS = "Host: town.example\r\nTransfer-Encoding: chunked\r\n";
const ENTRIES = `/api/v1/campaigns/${CONTEST.open}/entries`;
const FORM = "Content-Type: multipart/form-data; boundary=edge\r\n";

test.each<[string, string, number]>([
  ["to an address that isn't there", `POST /nothing HTTP/1.1\r\n${ENDLESS}`, 404],
  [
    "from a foreign page",
    `POST ${ENTRIES} HTTP/1.1\r\nOrigin: https://elsewhere.example\r\n${FORM}${ENDLESS}`,
    403,
  ],
  ["to staff's part without a session", `GET /api/v1/staff/entries HTTP/1.1\r\n${ENDLESS}`, 401],
  ["that is no form where one is taken", `POST ${ENTRIES} HTTP/1.1\r\n${ENDLESS}`, 415],
  [
    "of JSON",
    `POST /api/v1/staff/session HTTP/1.1\r\nContent-Type: application/json\r\nOrigin: http://town.example\r\n${ENDLESS}`,
    413,
  ],
  ["of a form", `POST ${ENTRIES} HTTP/1.1\r\n${FORM}${ENDLESS}`, 413],
  ["with a question that needs none", `GET /healthz HTTP/1.1\r\n${ENDLESS}`, 200],
])("a body without end %s is answered, read on for a while and then cut", async (_what, head, status) => {
  const client = await connection();
  await client.write(`${head}\r\n`);
  const sentMb = await client.writeEndlessly(600);
  await client.closed;
  console.log(JSON.stringify({ status: client.statuses[0], sentMb }));
  expect(client.statuses).toEqual([status]);
  expect(sentMb).toBeLessThan(300);
});

test("a client that sends 30 MB where nothing is hears so, and goes on over the same connection", async () => {
  const client = await connection();
  await client.write(
    `POST /nothing HTTP/1.1\r\nHost: town.example\r\nContent-Length: ${30 * 1024 * 1024}\r\n\r\n`,
  );
  for (let mb = 0; mb < 30; mb++) await client.write(Buffer.alloc(1024 * 1024));
  await client.write("GET /healthz HTTP/1.1\r\nHost: town.example\r\n\r\n");
  while (client.statuses.length < 2 && !client.socket.destroyed) await delay(5);
  expect(client.statuses).toEqual([404, 200]);
  client.socket.destroy();
});

test("clients that trickle are let go after their time, while everybody else is answered at once", async () => {
  const HEADERS = 200;
  const began = performance.now();
  const kinds = {
    headers: await Promise.all(Array.from({ length: HEADERS }, connection)),
    json: await Promise.all(Array.from({ length: 5 }, connection)),
    refused: await Promise.all(Array.from({ length: 5 }, connection)),
  };
  for (const it of kinds.headers) await it.write("GET /healthz HTTP/1.1\r\nHost: town.example\r\nX-Slow: ");
  const json =
    "Content-Type: application/json\r\nOrigin: http://town.example\r\nContent-Length: 1000\r\n\r\n{";
  for (const it of kinds.json)
    await it.write(`POST /api/v1/staff/session HTTP/1.1\r\nHost: town.example\r\n${json}`);
  for (const it of kinds.refused)
    await it.write(`POST /nothing HTTP/1.1\r\nHost: town.example\r\nContent-Length: 1000\r\n\r\n`);
  const all = Object.values(kinds).flat();
  const trickling = setInterval(() => {
    for (const { socket } of all) if (socket.writable) socket.write("x");
  }, 500);

  const cutAfterMs: Record<string, number> = {};
  const gone = Object.entries(kinds).map(async ([kind, clients]) => {
    await Promise.all(clients.map(({ closed }) => closed));
    cutAfterMs[kind] = Math.round(performance.now() - began);
  });
  let slowest = 0;
  for (let asked = 0; asked < 50; asked++) {
    const from = performance.now();
    expect((await fetch(`${server.process().url}/api/v1/campaigns`)).status).toBe(200);
    slowest = Math.max(slowest, performance.now() - from);
    await delay(20);
  }
  await Promise.all(gone);
  clearInterval(trickling);
  console.log(JSON.stringify({ trickling: all.length, cutAfterMs, slowestAnswerMs: Math.round(slowest) }));
  expect(slowest).toBeLessThan(1_000);
  expect(cutAfterMs.headers).toBeLessThan(30_000);
  expect(cutAfterMs.refused).toBeLessThan(30_000);
  expect(cutAfterMs.json).toBeLessThan(60_000);
  expect(kinds.json.flatMap(({ statuses }) => statuses)).toEqual(Array(5).fill(400));
  expect(kinds.refused.flatMap(({ statuses }) => statuses)).toEqual(Array(5).fill(404));
}, 90_000);

test("headers of more than 16 KB are refused", async () => {
  const client = await connection();
  await client.write(`GET /healthz HTTP/1.1\r\nHost: town.example\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`);
  expect(await client.status()).toBe(431);
});
