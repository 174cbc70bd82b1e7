import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, PASSWORD, type TownUnderTest } from "../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
  for (const role of ["analyst", "editor", "moderator"]) await city.hire(`${role}@town.example`);
});
afterAll(() => city.close());

const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  city.call("/api/v1/staff/session", { method: "POST", body: JSON.stringify({ email, password }), headers });

test("the right password opens a session that says who it is", async () => {
  const { status, body, headers } = await signIn("Editor@Town.example ".trim(), PASSWORD);
  expect(status).toBe(200);
  expect(body).toMatchObject({ staff: { email: "editor@town.example", role: "editor" } });
  expect(headers.getSetCookie()[0]).toMatch(/HttpOnly/);
  expect(headers.getSetCookie()[0]).toMatch(/SameSite=Strict/);
  const cookie = await city.signIn("editor@town.example");
  expect((await city.call("/api/v1/staff/session", { cookie })).body).toMatchObject({
    staff: { role: "editor" },
  });
});

test("a wrong password and an unknown e-mail look the same", async () => {
  const wrong = await signIn("analyst@town.example", "not the password");
  const unknown = await signIn("nobody@town.example", "not the password");
  expect(wrong.status).toBe(401);
  expect(wrong.body).toEqual(unknown.body);
  expect(wrong.body).toMatchObject({ code: "unauthenticated", detail: expect.stringContaining("пароль") });
});

test("a wrong password ten times is told to wait, in the client's language", async () => {
  const outcomes = [];
  for (let i = 0; i < 10; i++)
    outcomes.push(await signIn("moderator@town.example", "wrong", { "Accept-Language": "en" }));
  expect(outcomes[0]).toMatchObject({ status: 401 });
  expect(outcomes[9]).toMatchObject({
    status: 429,
    body: {
      code: "rate_limited",
      retryAfterSeconds: expect.any(Number),
      detail: expect.stringContaining("Too many"),
    },
  });
  expect(outcomes[9]?.headers.get("retry-after")).toBeTruthy();
  expect((await signIn("analyst@town.example", PASSWORD)).status).toBe(200);
});

test("after signing out the session is over, and its sockets with it", async () => {
  const cookie = await city.signIn("operator@town.example");
  const tab = await city.staff(cookie);
  const ended = new Promise((resolve) => tab.socket.once("disconnect", resolve));
  expect((await city.call("/api/v1/staff/session", { method: "DELETE", cookie })).status).toBe(200);
  await ended;
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
});

test("a session that nobody uses for twelve hours is over, and use prolongs it", async () => {
  const HOUR = 3_600_000;
  const email = "operator-on-a-shift@town.example";
  const cookie = await city.signIn(email);
  const { read, write } = city.town.database;
  const { id, expiresAt } = await read
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .select(["session.id", "session.expiresAt"])
    .where("user.email", "=", email)
    .executeTakeFirstOrThrow();
  const hoursLeft = (until: string) => (Date.parse(until) - Date.now()) / HOUR;
  const leave = (hours: number) =>
    write((db) =>
      db
        .updateTable("session")
        .set({ expiresAt: new Date(Date.now() + hours * HOUR).toISOString() })
        .where("id", "=", id)
        .execute(),
    );
  expect(hoursLeft(expiresAt)).toBeCloseTo(12, 1);
  await leave(1);
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(200);
  const used = await read
    .selectFrom("session")
    .select("expiresAt")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(hoursLeft(used.expiresAt)).toBeCloseTo(12, 1);
  await leave(-0.01);
  const looked = async () => (await city.call("/api/v1/staff/session", { cookie })).status;
  await expect.poll(looked, { timeout: 5_000 }).toBe(401);
  expect(await city.signIn(email), "each sign-in has a session of its own").not.toBe(cookie);
});

test("a session ends after a week, however much it is used", async () => {
  const cookie = await city.signIn("operator@town.example");
  const { database } = city.town;
  const [session] = await database.read
    .selectFrom("session")
    .selectAll()
    .orderBy("createdAt", "desc")
    .execute();
  const eightDaysAgo = new Date(Date.now() - 8 * 86_400_000).toISOString();
  await database.write((db) =>
    db
      .updateTable("session")
      .set({ createdAt: eightDaysAgo })
      .where("id", "=", session?.id ?? "")
      .execute(),
  );
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
  const left = await database.read
    .selectFrom("session")
    .select("id")
    .where("id", "=", session?.id ?? "")
    .execute();
  expect(left).toEqual([]);
});

test("a disabled person is out at once and can't come back", async () => {
  const admin = await city.signIn("admin@town.example");
  const cookie = await city.signIn("second@town.example");
  const { body } = await city.call("/api/v1/staff/members", { cookie: admin });
  const member = (body as { items: { id: string; email: string }[] }).items.find(
    (it) => it.email === "second@town.example",
  );
  const disabled = await city.call(`/api/v1/staff/members/${member?.id}/disable`, {
    method: "POST",
    cookie: admin,
  });
  expect(disabled).toMatchObject({ status: 200, body: { staff: { disabled: true } } });
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
  expect((await signIn("second@town.example", PASSWORD)).status).toBe(401);
});

test("of whoever is disabled the sockets end too, and of a session that ended unsaid within five seconds", async () => {
  const admin = await city.signIn("admin@town.example");
  const idOf = async (email: string) => {
    const { body } = await city.call("/api/v1/staff/members", { cookie: admin });
    return (
      (body as { items: { id: string; email: string }[] }).items.find((it) => it.email === email)?.id ?? ""
    );
  };
  const ended = async (email: string) => {
    const { socket } = await city.staff(await city.signIn(email));
    return new Promise<number>((resolve) => socket.once("disconnect", () => resolve(Date.now())));
  };
  const [said, unsaid] = [ended("third@town.example"), ended("fourth@town.example")];
  await new Promise((resolve) => setTimeout(resolve, 100));
  const at = Date.now();
  await city.call(`/api/v1/staff/members/${await idOf("third@town.example")}/disable`, {
    method: "POST",
    cookie: admin,
  });
  // As another process would, whose word got lost on the way.
  const gone = await idOf("fourth@town.example");
  await city.town.database.direct.deleteFrom("session").where("userId", "=", gone).execute();
  expect((await said) - at).toBeLessThan(1_500);
  expect((await unsaid) - at).toBeLessThan(5_000);
}, 15_000);

test("a change from another site is refused even with the cookie", async () => {
  const cookie = await city.signIn("editor@town.example");
  const foreign = await city.call("/api/v1/staff/session", {
    method: "DELETE",
    cookie,
    headers: { Origin: "https://evil.example" },
  });
  expect(foreign).toMatchObject({ status: 403, body: { code: "forbidden" } });
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(200);
});

test("the staff socket wants a session", async () => {
  await expect(city.staff("veche_staff=nothing")).rejects.toMatchObject({
    data: { code: "unauthenticated" },
  });
});
