import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { Socket as ServerSocket } from "socket.io";
import { io } from "socket.io-client";
import { aTown, type Tab, type TownUnderTest } from "../town.fixture.ts";

const TOWN_SITE = "https://town.example";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown({ VECHE_ORIGINS: TOWN_SITE });
});
afterAll(() => city.close());

test("the process says that it is alive and ready, and what it counts", async () => {
  expect(await city.call("/healthz")).toMatchObject({ status: 200, body: "alive\n" });
  expect(await city.call("/readyz")).toMatchObject({ status: 200, body: "ready\n" });
  await city.call("/api/v1/hotlines");
  const { body } = await city.call("/metrics");
  expect(body).toContain('veche_http_request_seconds_count{operation="city.hotlines",status="200"}');
  expect(body).toContain("veche_socket_connections");
});

test("the dashboard in deploy draws only what is counted", async () => {
  const tab = await city.chat();
  await tab.say("спасибо");
  const { body } = await city.call("/metrics");
  const counted = new Set(
    String(body)
      .split("\n")
      .map((line) => /^(\w+)/.exec(line)?.[1]),
  );
  const dashboard = readFileSync(
    new URL("../../../../deploy/grafana-dashboard.json", import.meta.url),
    "utf8",
  );
  const drawn = [...dashboard.matchAll(/\b((?:veche|nodejs|process)_\w+)/g)].map(([name]) => name);
  expect(drawn.length).toBeGreaterThan(8);
  expect(drawn.filter((name) => !counted.has(name))).toEqual([]);
  expect(body).toContain('veche_socket_event_seconds_count{operation="conversations.say"');
});

test("the API describes itself as OpenAPI 3.1, every HTTP operation of the list in it", async () => {
  const { body } = await city.call("/api/v1/openapi.json");
  expect(body).toMatchObject({ openapi: "3.1.0" });
  const { paths } = body as { paths: Record<string, Record<string, { operationId: string }>> };
  expect(paths["/api/v1/campaigns/{slug}/entries"]?.post).toMatchObject({
    operationId: "campaigns.submit",
    requestBody: { content: { "multipart/form-data": {} } },
    parameters: expect.arrayContaining([expect.objectContaining({ in: "header", name: "Idempotency-Key" })]),
  });
  expect(paths["/api/v1/staff/session"]?.post?.operationId).toBe("staff.signIn");
});

test("a page of an allowed origin may read; no other origin gets anything", async () => {
  const allowed = await city.call("/api/v1/config", { headers: { Origin: TOWN_SITE } });
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(TOWN_SITE);
  expect(allowed.headers.get("access-control-allow-credentials")).toBeNull();
  const foreign = await city.call("/api/v1/config", { headers: { Origin: "https://evil.example" } });
  expect(foreign).toMatchObject({ status: 403, body: { code: "forbidden" } });
  expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
});

test("a preflight names the methods and the headers that a submission needs", async () => {
  const { status, headers } = await city.call("/api/v1/campaigns/x/entries", {
    method: "OPTIONS",
    headers: { Origin: TOWN_SITE, "Access-Control-Request-Method": "POST" },
  });
  expect(status).toBe(204);
  expect(headers.get("access-control-allow-methods")).toContain("POST");
  expect(headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
});

/** What becomes of a socket that such a page opens, whoever is signed in beside it. */
async function opened(
  namespace: string,
  transport: string,
  headers: Record<string, string>,
): Promise<string> {
  const socket = io(city.url + namespace, {
    forceNew: true,
    reconnection: false,
    transports: [transport],
    extraHeaders: headers,
  });
  const outcome = await new Promise<string>((resolve) => {
    socket.once("connect", () => resolve("connected"));
    socket.once("connect_error", () => resolve("refused"));
  });
  socket.disconnect();
  return outcome;
}

test.each(["websocket", "polling"])("whose pages may open a socket over %s", async (transport) => {
  const cookie = await city.signIn("operator@town.example");
  const from = (namespace: string, origin?: string) =>
    opened(namespace, transport, { cookie, ...(origin && { Origin: origin }) });
  for (const namespace of ["/chat", "/staff"]) {
    for (const origin of ["https://evil.example", "null", `${TOWN_SITE}.evil.example`])
      expect(await from(namespace, origin), `${namespace} of ${origin}`).toBe("refused");
    expect(await from(namespace, city.url)).toBe("connected");
    expect(await from(namespace)).toBe("connected");
  }
  expect(await from("/chat", TOWN_SITE)).toBe("connected");
  expect(await from("/staff", TOWN_SITE), "a page that may only embed the chat").toBe("refused");
});

test("tabs that go while their conversation is being opened leave nothing behind", async () => {
  const kept = watchServerSockets();
  const comeAndGo = () =>
    new Promise<void>((resolve) => {
      const { io: manager } = io(`${city.url}/chat`, {
        forceNew: true,
        reconnection: false,
        transports: ["websocket"],
      });
      manager.once("open", () => manager.engine.close());
      manager.once("close", () => resolve());
    });
  await Promise.all(Array.from({ length: 50 }, comeAndGo));
  await expect.poll(kept.born, { timeout: 5_000 }).toBeGreaterThan(10);
  await expect.poll(kept.alive, { timeout: 10_000, interval: 300 }).toBeLessThan(5);
});

/** Counts the server's sockets from now on, and which of them something still holds. */
function watchServerSockets(): { born(): number; alive(): number } {
  const sockets: WeakRef<object>[] = [];
  const ofSocket = ServerSocket.prototype as unknown as {
    buildHandshake(this: object, auth: object): unknown;
  };
  const { buildHandshake } = ofSocket;
  ofSocket.buildHandshake = function (auth) {
    sockets.push(new WeakRef(this));
    return buildHandshake.call(this, auth);
  };
  onTestFinished(() => void (ofSocket.buildHandshake = buildHandshake));
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  return {
    born: () => sockets.length,
    alive() {
      collectGarbage();
      return sockets.filter((it) => it.deref()).length;
    },
  };
}

test("a body that is no JSON, and one that is too large, are refused as problem documents", async () => {
  const broken = await city.call("/api/v1/staff/session", { method: "POST", body: "{" });
  expect(broken).toMatchObject({ status: 400, body: { code: "invalid", status: 400, type: "about:blank" } });
  expect(broken.headers.get("content-type")).toContain("application/problem+json");
  const large = await city.call("/api/v1/staff/session", {
    method: "POST",
    body: JSON.stringify({ email: "a@b.example", password: "x".repeat(300_000) }),
  });
  expect(large).toMatchObject({ status: 413, body: { code: "too_large" } });
});

test("a wrong query is refused with the field, in the reader's language", async () => {
  const refused = await city.call("/api/v1/campaigns/x/entries?limit=1000", {
    headers: { "Accept-Language": "en-GB,en" },
  });
  expect(refused).toMatchObject({ status: 400, body: { code: "invalid", field: "limit" } });
  expect((refused.body as { detail: string }).detail).toMatch(/[a-z]/);
});

test("what a query names and leaves empty counts as not said", async () => {
  const all = await city.call("/api/v1/articles");
  expect(await city.call("/api/v1/articles?query=&topic=")).toMatchObject({ status: 200, body: all.body });
  const cookie = await city.signIn("moderator@town.example");
  const entries = "/api/v1/staff/entries?campaign=&state=&cursor=&limit=";
  expect(await city.call(entries, { cookie })).toMatchObject({ status: 200, body: { nextCursor: null } });
});

test("what isn't there is a problem document too", async () => {
  expect(await city.call("/api/v1/nothing")).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect(await city.call("/media/AAAAAAAAAAAAAAAAAAAAAA-400.webp")).toMatchObject({
    status: 404,
    body: { code: "not_found" },
  });
});

test("answers carry headers that keep browsers from guessing", async () => {
  const { headers } = await city.call("/api/v1/config");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("x-powered-by")).toBeNull();
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

test("a town that is reached by https tells browsers to come by nothing else", async () => {
  const secure = await aTown({ VECHE_PUBLIC_URL: "https://chat.town.example" });
  try {
    const { headers } = await secure.call("/api/v1/config");
    expect(headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  } finally {
    await secure.close();
  }
});

test("behind one proxy its word on the address counts, and the client's own counts for nothing", async () => {
  const behind = await aTown({ TRUST_PROXY: "1", VECHE_RATE_LIMIT: "on" });
  const guess = async (forwarded: string) => {
    const body = JSON.stringify({ email: "admin@town.example", password: "a guess" });
    const headers = { "X-Forwarded-For": forwarded };
    return (await behind.call("/api/v1/staff/session", { method: "POST", body, headers })).status;
  };
  try {
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push(await guess(`203.0.113.${i}, 198.51.100.7`));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await guess("203.0.113.1, 198.51.100.8")).toBe(401);
  } finally {
    await behind.close();
  }
});

test("too many calls are told when to come back", async () => {
  const strict = await aTown({ VECHE_RATE_LIMIT: "on" });
  try {
    const tab = await strict.chat();
    const replies: { ok: boolean; error?: { code: string; retryAfterSeconds?: number } }[] = [];
    for (let i = 0; i < 40; i++) replies.push(await tab.say(`вопрос ${i}`));
    const refused = replies.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ error: { code: "rate_limited", retryAfterSeconds: expect.any(Number) } });
    expect(replies[0]).toMatchObject({ ok: true });
    // Whoever watches the process asks often, from the address of everyone behind one proxy.
    const statuses = async (path: string) =>
      new Set(await Promise.all(Array.from({ length: 620 }, async () => (await strict.call(path)).status)));
    expect(await statuses("/api/v1/hotlines")).toEqual(new Set([200, 429]));
    expect(await statuses("/healthz")).toEqual(new Set([200]));
  } finally {
    await strict.close();
  }
}, 60_000);

test("whoever opens tab after tab gets no more messages through than the network may send", async () => {
  const strict = await aTown({ VECHE_RATE_LIMIT: "on" });
  try {
    const tabs = await Promise.all(Array.from({ length: 45 }, () => strict.chat()));
    const said = async (tab: Tab) => {
      const replies: { ok: boolean; error?: { code: string } }[] = [];
      for (let i = 0; i < 14; i++) replies.push(await tab.say("спасибо"));
      return replies;
    };
    const replies = (await Promise.all(tabs.map(said))).flat();
    expect(replies.filter(({ ok }) => ok)).toHaveLength(600);
    expect(replies.find(({ ok }) => !ok)).toMatchObject({ error: { code: "rate_limited" } });
  } finally {
    await strict.close();
  }
}, 60_000);

test("a socket without a room of ours is refused", async () => {
  expect(await opened("", "websocket", {})).toBe("refused");
});

test("null characters and halves of emoji, which not every database stores, are dropped from whatever comes", async () => {
  const cookie = await city.signIn("operator@town.example");
  const path = `/api/v1/staff/canned-texts/${crypto.randomUUID()}`;
  const body = JSON.stringify({ title: "При\0вет", text: "Здравствуйте\ud83d!", locale: "ru" });
  expect(await city.call(path, { method: "PUT", cookie, body })).toMatchObject({
    status: 200,
    body: { text: { title: "Привет", text: "Здравствуйте\ufffd!" } },
  });
  expect(await city.call("/api/v1/staff/conversations/no%00body/card", { cookie })).toMatchObject({
    status: 404,
  });
  expect(await city.call("/api/v1/staff/conversations?query=%00вода", { cookie })).toMatchObject({
    status: 200,
  });
  for (const address of [
    "/answers/no%00thing",
    "/certificates/no%00thing",
    "/api/v1/certificates/no%00thing",
    "/campaigns/no%00thing/works/1",
  ])
    expect(await city.call(address), address).toMatchObject({ status: 404 });
  const tab = await city.staff(cookie);
  expect(await tab.ask("conversation:watch", { conversationId: "no\0body" })).toMatchObject({
    error: { code: "not_found" },
  });
});
