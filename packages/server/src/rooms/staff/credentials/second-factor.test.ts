import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aTown, PASSWORD, type TownUnderTest } from "../../../town.fixture.ts";
import { codeOf, cookieOf } from "../staff.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
});
afterAll(() => city.close());

const post = (path: string, body: object, cookie = "") =>
  city.call(path, { method: "POST", body: JSON.stringify(body), cookie });
const signIn = (email: string, code?: string) =>
  post("/api/v1/staff/session", { email, password: PASSWORD, code });
const account = async (cookie: string) =>
  (await city.call("/api/v1/staff/account", { cookie })).body as { secondFactor: boolean };

/** Turns the second factor on and says what the person keeps. */
async function guarded(email: string) {
  const cookie = await city.signIn(email);
  const started = await post("/api/v1/staff/account/second-factor", { password: PASSWORD }, cookie);
  expect(started.status).toBe(200);
  const { uri, backupCodes } = started.body as { uri: string; backupCodes: string[] };
  expect(await account(cookie)).toMatchObject({ secondFactor: false });
  const confirmed = await post(
    "/api/v1/staff/account/second-factor/confirmation",
    { code: codeOf(uri, -1) },
    cookie,
  );
  expect(confirmed.status).toBe(200);
  return { uri, backupCodes, cookie: cookieOf(confirmed.headers) };
}

test("with a second factor the password alone says that a code is needed, and the code opens", async () => {
  const { uri, cookie } = await guarded("operator-totp@town.example");
  expect(await account(cookie)).toMatchObject({ secondFactor: true });
  expect(await signIn("operator-totp@town.example")).toMatchObject({
    status: 401,
    body: { code: "unauthenticated", field: "code", detail: expect.stringContaining("код") },
  });
  expect(await signIn("operator-totp@town.example", "000000")).toMatchObject({
    status: 401,
    body: { field: "code" },
  });
  const code = codeOf(uri);
  const opened = await signIn("operator-totp@town.example", `${code.slice(0, 3)} ${code.slice(3)}`);
  expect(opened).toMatchObject({ status: 200, body: { staff: { role: "operator" } } });
  expect((await city.call("/api/v1/staff/session", { cookie: cookieOf(opened.headers) })).status).toBe(200);

  const again = await signIn("operator-totp@town.example", code);
  expect(again).toMatchObject({ status: 401, body: { field: "code" } });
  expect((again.body as { detail: string }).detail).toContain("уже использован");
});

test("a backup code opens once, and new ones end the old", async () => {
  const { backupCodes, cookie } = await guarded("operator-backup@town.example");
  const [first = "", second = ""] = backupCodes;
  expect(await signIn("operator-backup@town.example", first)).toMatchObject({ status: 200 });
  expect(await signIn("operator-backup@town.example", first)).toMatchObject({ status: 401 });
  const renewed = await post(
    "/api/v1/staff/account/second-factor/backup-codes",
    { password: PASSWORD },
    cookie,
  );
  const [fresh = ""] = (renewed.body as { backupCodes: string[] }).backupCodes;
  expect(await signIn("operator-backup@town.example", second)).toMatchObject({ status: 401 });
  expect(await signIn("operator-backup@town.example", fresh)).toMatchObject({ status: 200 });
});

test("an unconfirmed second factor keeps nobody out, and a wrong password turns none on", async () => {
  const cookie = await city.signIn("operator-half@town.example");
  expect(await post("/api/v1/staff/account/second-factor", { password: "not mine" }, cookie)).toMatchObject({
    status: 400,
    body: { code: "invalid", field: "password" },
  });
  await post("/api/v1/staff/account/second-factor", { password: PASSWORD }, cookie);
  expect(
    await post("/api/v1/staff/account/second-factor/confirmation", { code: "123456" }, cookie),
  ).toMatchObject({
    status: 400,
    body: { field: "code" },
  });
  expect((await signIn("operator-half@town.example")).status).toBe(200);
});

test("the second factor is turned off by the password, or by an administrator for a lost phone", async () => {
  const own = await guarded("operator-off@town.example");
  const removed = await post(
    "/api/v1/staff/account/second-factor/removal",
    { password: PASSWORD },
    own.cookie,
  );
  expect(removed.status).toBe(200);
  expect((await signIn("operator-off@town.example")).status).toBe(200);

  const lost = await guarded("operator-lost@town.example");
  const admin = await city.signIn("admin@town.example");
  const { body } = await city.call("/api/v1/staff/members", { cookie: admin });
  const member = (body as { items: { id: string; email: string; secondFactor: boolean }[] }).items.find(
    (it) => it.email === "operator-lost@town.example",
  );
  expect(member?.secondFactor).toBe(true);
  expect(await post(`/api/v1/staff/members/${member?.id}/second-factor-reset`, {}, admin)).toMatchObject({
    body: { staff: { secondFactor: false, sessions: 0 } },
  });
  expect((await city.call("/api/v1/staff/session", { cookie: lost.cookie })).status).toBe(401);
  expect((await signIn("operator-lost@town.example")).status).toBe(200);
});

describe("where a role asks for a second factor", () => {
  const ask = async (roles: readonly string[]) => {
    const cookie = await city.signIn("admin-asks@town.example");
    const { body } = await city.call("/api/v1/staff/settings", { cookie });
    const { settings, version } = body as { settings: object; version: string };
    const asked = { settings: { ...settings, secondFactor: roles }, version };
    const saved = await city.call("/api/v1/staff/settings", {
      method: "PUT",
      cookie,
      body: JSON.stringify(asked),
    });
    expect(saved.status).toBe(200);
  };
  beforeAll(() => ask(["operator"]));
  afterAll(() => ask([]));

  test("who has none comes in to set it up, and to nothing else", async () => {
    await city.hire("operator-new@town.example");
    const opened = await signIn("operator-new@town.example");
    expect(opened).toMatchObject({ status: 200, body: { secondFactorNeeded: true } });
    const cookie = cookieOf(opened.headers);
    const session = () => city.call("/api/v1/staff/session", { cookie });
    expect(await session()).toMatchObject({ body: { secondFactorNeeded: true } });
    expect(await city.call("/api/v1/staff/canned-texts", { cookie })).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("вход по коду") },
    });
    await expect(city.staff(cookie)).rejects.toThrow(/вход по коду/);

    const { cookie: free } = await guarded("operator-new@town.example");
    expect((await city.call("/api/v1/staff/canned-texts", { cookie: free })).status).toBe(200);
    const { body } = await city.call("/api/v1/staff/session", { cookie: free });
    expect(body).not.toHaveProperty("secondFactorNeeded");
    await (await city.staff(free)).ask("presence:set", { presence: "here" });
    expect(
      await post("/api/v1/staff/account/second-factor/removal", { password: PASSWORD }, free),
    ).toMatchObject({
      status: 409,
    });
  });

  test("other roles come in as before", async () => {
    await city.hire("editor-free@town.example");
    const opened = await signIn("editor-free@town.example");
    expect(opened.body).not.toHaveProperty("secondFactorNeeded");
    expect((await city.call("/api/v1/staff/articles", { cookie: cookieOf(opened.headers) })).status).toBe(
      200,
    );
  });
});
