import { setTimeout as delay } from "node:timers/promises";
import { io } from "socket.io-client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aForm, call, CONTEST, entriesOf } from "./contest-server.ts";
import { RawConnection, wireForm } from "./raw-connection.ts";
import { filesUnder, tracesOf } from "./traces.ts";

let server: ServerProcess;
beforeEach(async () => {
  server = await aContestServer();
});
afterEach(() => server.remove());

const quarantined = () => filesUnder(`${server.folder}/quarantine`);

test("SIGTERM while uploads are on their way refuses them by name, finishes what came whole, and ends with 0", async () => {
  const HALF = 8;
  const WHOLE = 6;
  const keptAlive = await RawConnection.to(server.url);
  await keptAlive.write("GET /healthz HTTP/1.1\r\nHost: town.example\r\n\r\n");
  expect(await keptAlive.status()).toBe(200);
  const chat = io(`${server.url}/chat`, { forceNew: true, reconnection: false, transports: ["websocket"] });
  await new Promise((resolve) => chat.once("conversation", resolve));

  const half = await Promise.all(Array.from({ length: HALF }, () => RawConnection.to(server.url)));
  for (const [at, client] of half.entries()) {
    const form = wireForm(CONTEST.open, `Неторопливая ${"абвгдежз"[at]}`);
    await client.write(form.subarray(0, form.length / 2));
  }
  await vi.waitFor(() => expect(quarantined()).toHaveLength(HALF));
  const whole = Array.from({ length: WHOLE }, () =>
    call(entriesOf(server), "ru", { method: "POST", body: aForm() }),
  );
  await vi.waitFor(() => expect(quarantined().length).toBeGreaterThan(HALF));

  const { code, ms } = await server.stop();
  const answers = await Promise.allSettled(whole);
  const stored = answers.flatMap((it) =>
    it.status === "fulfilled" && it.value.status === 201 ? [it.value.body] : [],
  );
  const refused = answers.flatMap((it) =>
    it.status === "fulfilled" && it.value.status === 503 ? [it.value] : [],
  );
  const cut = answers.filter((it) => it.status === "rejected");
  console.log(
    JSON.stringify({
      code,
      ms,
      half: HALF,
      whole: WHOLE,
      stored: stored.length,
      refused: refused.length,
      cut: cut.length,
    }),
  );

  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
  for (const client of half) {
    expect(client.statuses).toEqual([503]);
    expect(client.heard).toMatch(/retry-after: \d+/i);
    expect(client.heard).toContain("перезапускается");
  }
  expect(stored.length + refused.length + cut.length).toBe(WHOLE);
  expect(cut).toEqual([]);
  expect(quarantined()).toEqual([]);
  for (const { body } of refused)
    expect(body).toMatchObject({ code: "unavailable", retryAfterSeconds: expect.any(Number) });

  await server.start();
  for (const { entry, token } of stored as { entry: { id: string }; token: string }[]) {
    const found = await call(`${server.url}/api/v1/entries/${entry.id}`, "ru", {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(found.status).toBe(200);
  }
  const { entries, entryFiles, files } = await tracesOf(server);
  expect(entries).toBe(stored.length);
  expect(files).toHaveLength(entryFiles);
});

test("SIGTERM with nothing to do ends at once, though browsers keep their connections", async () => {
  const kept = await Promise.all(Array.from({ length: 5 }, () => RawConnection.to(server.url)));
  for (const it of kept) await it.write("GET /healthz HTTP/1.1\r\nHost: town.example\r\n\r\n");
  for (const it of kept) expect(await it.status()).toBe(200);
  const { code, ms } = await server.stop();
  expect({ code, isQuick: ms < 2_000 }).toEqual({ code: 0, isQuick: true });
});

test("SIGTERM is not held up by a reader that doesn't read, nor by one that never ends its question", async () => {
  const sent = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
  expect(sent.status).toBe(201);
  const unread = await RawConnection.to(server.url);
  unread.socket.pause();
  for (let asked = 0; asked < 200; asked++) {
    await Promise.race([
      unread.write("GET /api/v1/openapi.json HTTP/1.1\r\nHost: town.example\r\n\r\n"),
      delay(50),
    ]);
  }
  const unasked = await RawConnection.to(server.url);
  await unasked.write("GET /healthz HTTP/1.1\r\nHost: town.ex");
  const { code, ms } = await server.stop();
  console.log(JSON.stringify({ code, ms }));
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
});
