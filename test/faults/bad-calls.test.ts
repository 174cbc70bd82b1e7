import { gzipSync } from "node:zlib";
import type { Locale } from "@veche/protocol";
import { afterAll, describe, expect, test } from "vitest";
import { aForm, type Answer, type Body, call, entriesOf, hire } from "./contest-server.ts";
import { type Expected, expectRefused } from "./refused.ts";
import { aWatchedServer } from "./watched-server.ts";

const PASSWORD = "correct horse battery";
const server = aWatchedServer(async (it) => {
  await call(entriesOf(it), "ru", { method: "POST", body: aForm() });
  await hire(it, "operator@town.example", "operator", PASSWORD);
  await hire(it, "editor@town.example", "editor", PASSWORD);
});

let refused = 0;
afterAll(() => console.log(JSON.stringify({ callsRefused: refused })));

const SESSION = "/api/v1/staff/session";
type Headers_ = Record<string, string>;

function ask(
  path: string,
  method: string,
  locale: Locale,
  body?: Body,
  headers: Headers_ = {},
): Promise<Answer> {
  const { url } = server.process();
  return call(url + path, locale, { method, body, headers: { Origin: url, ...headers } });
}

const signIn = (locale: Locale, email: string, password: string) =>
  ask(SESSION, "POST", locale, JSON.stringify({ email, password }), { "Content-Type": "application/json" });

async function refuses(path: string, method: string, expected: Expected, body?: Body, headers?: Headers_) {
  await expectRefused((locale) => ask(path, method, locale, body, headers), expected);
  refused += 2;
}

describe("a body that can't be read", () => {
  const json = { "Content-Type": "application/json" };
  const right = JSON.stringify({ email: "operator@town.example", password: PASSWORD });
  const long = JSON.stringify({ email: "operator@town.example", password: "x".repeat(300_000) });
  test.each<[string, Body, Headers_, Expected]>([
    ["no JSON", "{", json, { code: "invalid", ru: /не JSON/ }],
    [
      "JSON that is no UTF-8",
      new Uint8Array([0x22, 0xff, 0xfe, 0x22]),
      json,
      { code: "invalid", ru: /не JSON/ },
    ],
    ["JSON that is only a word", '"operator"', json, { code: "invalid", ru: /ошибка/ }],
    [
      "JSON of another name",
      right,
      { "Content-Type": "text/plain" },
      { code: "unsupported_media", ru: /как JSON/ },
    ],
    [
      "a form instead of JSON",
      new URLSearchParams({ email: "a@b.example" }),
      {},
      { code: "unsupported_media", ru: /как JSON/ },
    ],
    ["more than 256 KB", long, json, { code: "too_large", ru: /слишком много текста/ }],
    [
      "a compressed one",
      gzipSync(long),
      { ...json, "Content-Encoding": "gzip" },
      { code: "unsupported_media", ru: /без сжатия/ },
    ],
    ["an empty one", "", json, { code: "invalid", field: "email", ru: /Заполните/ }],
    [
      "wrong types",
      JSON.stringify({ email: ["a@b.example"], password: 5 }),
      json,
      { code: "invalid", field: "email", ru: /ошибка/ },
    ],
    [
      "no e-mail",
      JSON.stringify({ email: "operator", password: PASSWORD }),
      json,
      { code: "invalid", field: "email", ru: /ошибка/ },
    ],
    [
      "no password",
      JSON.stringify({ email: "operator@town.example" }),
      json,
      { code: "invalid", field: "password", ru: /Заполните/ },
    ],
  ])("%s", async (_what, body, headers, expected) => {
    await refuses(SESSION, "POST", expected, body, headers);
  });
});

describe("signing in", () => {
  test("of ten wrong passwords the first five are told wrong, the others to wait; colleagues still get in", async () => {
    const answers: Answer[] = [];
    for (let tries = 0; tries < 10; tries++) {
      answers.push(await signIn(tries % 2 ? "en" : "ru", "operator@town.example", `wrong ${tries}`));
    }
    refused += answers.length;
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(401), ...Array(5).fill(429)]);
    expect(answers.map(({ body }) => body.code)).toEqual([
      ...Array(5).fill("unauthenticated"),
      ...Array(5).fill("rate_limited"),
    ]);
    expect(answers[0]?.body.detail).toMatch(/пароль не подходят/);
    expect(answers[1]?.body.detail).toMatch(/password is wrong/);
    expect(answers[8]?.body.detail).toMatch(/через \d+ мин/);
    expect(answers[9]?.body.detail).toMatch(/in \d+ min/);
    const wait = Number(answers[9]?.headers.get("retry-after"));
    expect(wait).toBe(answers[9]?.body.retryAfterSeconds);
    expect(wait).toBeGreaterThan(60);
    expect(wait).toBeLessThanOrEqual(15 * 60);

    expect((await signIn("ru", "operator@town.example", PASSWORD)).status).toBe(429);
    expect((await signIn("ru", "editor@town.example", PASSWORD)).status).toBe(200);
  });

  test("ten at once get no more tries than one after another", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, tries) => signIn("ru", "parallel@town.example", `wrong ${tries}`)),
    );
    refused += answers.length;
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(5);
  });

  test("an account that isn't there sounds like a wrong password", async () => {
    const [nobody, somebody] = [
      await signIn("ru", "nobody@town.example", "wrong"),
      await signIn("ru", "editor@town.example", "wrong"),
    ];
    expect(nobody).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(nobody.body).toEqual(somebody.body);
  });
});

describe("staff's calls", () => {
  const cookieOf = async (email: string) => {
    const { headers } = await signIn("ru", email, PASSWORD);
    return headers
      .getSetCookie()
      .map((it) => it.split(";")[0])
      .join("; ");
  };

  test("without a session, with a made-up one, and beyond the role", async () => {
    await expectCode("GET", "/api/v1/staff/entries", {}, 401, "unauthenticated", /Войдите/);
    await expectCode(
      "GET",
      "/api/v1/staff/entries",
      { Cookie: "veche_staff=made.up" },
      401,
      "unauthenticated",
      /Войдите/,
    );
    const Cookie = await cookieOf("editor@town.example");
    await expectCode("GET", "/api/v1/staff/session", { Cookie }, 200);
    await expectCode("GET", "/api/v1/staff/entries", { Cookie }, 403, "forbidden", /нет права/);
  });

  test("that change something, from another site", async () => {
    const Cookie = await cookieOf("editor@town.example");
    await refuses(SESSION, "DELETE", { code: "forbidden", ru: /С этого сайта/ }, undefined, {
      Cookie,
      Origin: "https://elsewhere.example",
    });
    await expectCode("GET", "/api/v1/staff/session", { Cookie }, 200);
  });

  async function expectCode(
    method: string,
    path: string,
    headers: Headers_,
    status: number,
    code?: string,
    ru?: RegExp,
  ) {
    const answer = await ask(path, method, "ru", undefined, headers);
    expect(answer.status).toBe(status);
    if (!code) return;
    expect(answer.body).toMatchObject({ code, detail: expect.stringMatching(ru ?? /./) });
    refused += 1;
  }
});

describe("an address that isn't there", () => {
  const nowhere = [
    "/nothing",
    "/api/v1/nothing",
    "/api/v1/campaigns/НЕТ ТАКОГО",
    "/media/..%2f..%2fveche.db",
    "/media/%ff",
    "/console%00",
  ];
  test.each(nowhere)("%s is told as such to every method", async (path) => {
    for (const method of ["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const answer = await ask(path, method, "ru");
      if (method === "OPTIONS" && answer.status === 204) {
        expect(answer.headers.get("access-control-allow-methods")).toMatch(/^GET/);
        continue;
      }
      expect(answer, method).toMatchObject({
        status: 404,
        body: { code: "not_found", detail: expect.stringMatching(/ничего нет/) },
      });
      refused += 1;
    }
    const head = await ask(path, "HEAD", "ru");
    expect(head).toMatchObject({ status: 404, body: { text: "" } });
    expect(head.headers.get("content-type")).toContain("application/problem+json");
  });

  test("HEAD tells of what is there what GET would, without a body", async () => {
    for (const path of ["/healthz", "/api/v1/config", "/api/v1/campaigns"]) {
      const [get, head] = [await ask(path, "GET", "ru"), await ask(path, "HEAD", "ru")];
      expect(head).toMatchObject({ status: get.status, body: { text: "" } });
      expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
    }
  });

  test("a preflight from elsewhere is allowed nothing", async () => {
    for (const path of ["/api/v1/config", "/api/v1/nothing"]) {
      const { headers } = await ask(path, "OPTIONS", "ru", undefined, {
        Origin: "https://elsewhere.example",
        "Access-Control-Request-Method": "POST",
      });
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

test("after all of that there was something to refuse", () => {
  expect(refused).toBeGreaterThan(70);
});

test("and the log tells of tries to sign in, and neither of whom nor with what", () => {
  const log = server.process().output();
  expect(log).toContain("staff.wrong_password");
  for (const told of ["@town.example", "@b.example", PASSWORD, "xxxxxxxxxx"])
    expect(log, told).not.toContain(told);
});
