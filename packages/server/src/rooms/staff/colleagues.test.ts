import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, PASSWORD, type TownUnderTest } from "../../town.fixture.ts";
import { cookieOf } from "./staff.fixture.ts";

let city: TownUnderTest;
let admin: string;
beforeAll(async () => {
  city = await aTown();
  admin = await city.signIn("admin@town.example");
});
afterAll(() => city.close());

interface Listed {
  readonly id: string;
  readonly email: string;
  readonly role: string;
}
const members = async () =>
  ((await city.call("/api/v1/staff/members", { cookie: admin })).body as { items: Listed[] }).items;
const idOf = async (email: string) => (await members()).find((it) => it.email === email)?.id ?? "";
const act = (id: string, what: string, cookie = admin) =>
  city.call(`/api/v1/staff/members/${id}/${what}`, { method: "POST", cookie });
const change = (id: string, body: object) =>
  city.call(`/api/v1/staff/members/${id}`, { method: "PUT", body: JSON.stringify(body), cookie: admin });

test("a changed role and department hold at the next call, without signing in again", async () => {
  const cookie = await city.signIn("operator-moves@town.example");
  const id = await idOf("operator-moves@town.example");
  const tab = await city.staff(cookie);
  const cut = new Promise((resolve) => tab.socket.once("disconnect", resolve));
  expect(await change(id, { role: "editor", department: "vodokanal", name: "Олег" })).toMatchObject({
    body: { staff: { role: "editor", department: "vodokanal", name: "Олег" } },
  });
  await cut;
  expect((await city.call("/api/v1/staff/session", { cookie })).body).toMatchObject({
    staff: { role: "editor", department: "vodokanal" },
  });
  expect((await city.call("/api/v1/staff/articles", { cookie })).status).toBe(200);
  expect(await change(id, { department: "" })).toMatchObject({ status: 200 });
  expect((await members()).find((it) => it.id === id)).not.toHaveProperty("department");
  expect(await change(id, { department: "nowhere" })).toMatchObject({ status: 400 });
  expect(await change("nobody", { role: "editor" })).toMatchObject({ status: 404 });
});

test("the last administrator can be neither disabled nor demoted, not even by two at once", async () => {
  const own = await idOf("admin@town.example");
  expect(await change(own, { role: "editor" })).toMatchObject({ status: 409, body: { code: "conflict" } });
  expect(await act(own, "disable")).toMatchObject({ status: 409 });

  const second = await city.signIn("admin-second@town.example");
  const other = await idOf("admin-second@town.example");
  const outcomes = await Promise.all([
    change(other, { role: "editor" }),
    city.call(`/api/v1/staff/members/${own}`, {
      method: "PUT",
      body: JSON.stringify({ role: "editor" }),
      cookie: second,
    }),
  ]);
  // Whoever comes second is the last administrator, or no administrator any more.
  expect(outcomes.map(({ status }) => (status === 403 ? 409 : status)).toSorted()).toEqual([200, 409]);
  const holder = outcomes[0].status === 200 ? admin : second;
  const { body } = await city.call("/api/v1/staff/members", { cookie: holder });
  expect((body as { items: Listed[] }).items.filter(({ role }) => role === "admin")).toHaveLength(1);
  const demoted = outcomes[0].status === 200 ? other : own;
  await city.call(`/api/v1/staff/members/${demoted}`, {
    method: "PUT",
    body: JSON.stringify({ role: "admin" }),
    cookie: holder,
  });
});

test("one who was disabled comes back once enabled, and an administrator ends anyone's sessions", async () => {
  const cookie = await city.signIn("operator-away@town.example");
  const id = await idOf("operator-away@town.example");
  expect(await act(id, "disable")).toMatchObject({ body: { staff: { disabled: true, sessions: 0 } } });
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
  expect(await act(id, "enable")).toMatchObject({ body: { staff: { disabled: false } } });
  const again = await city.signIn("operator-away@town.example");
  const tab = await city.staff(again);
  const cut = new Promise((resolve) => tab.socket.once("disconnect", resolve));
  expect(await act(id, "sign-out")).toMatchObject({ body: { staff: { sessions: 0 } } });
  await cut;
  expect((await city.call("/api/v1/staff/session", { cookie: again })).status).toBe(401);
});

test("a person sees their sessions and ends one of them, and nobody else's", async () => {
  const here = await city.signIn("operator-two@town.example");
  const there = cookieOf(
    (
      await city.call("/api/v1/staff/session", {
        method: "POST",
        body: JSON.stringify({ email: "operator-two@town.example", password: PASSWORD }),
        headers: { "User-Agent": "Phone" },
      })
    ).headers,
  );
  const account = async (cookie: string) =>
    (await city.call("/api/v1/staff/account", { cookie })).body as {
      sessions: { id: string; browser: string; current: boolean }[];
    };
  const { sessions } = await account(here);
  expect(sessions).toHaveLength(2);
  const phone = sessions.find(({ browser }) => browser === "Phone");
  expect(phone?.current).toBe(false);
  const end = (id: string, cookie: string) =>
    city.call(`/api/v1/staff/account/sessions/${id}`, { method: "DELETE", cookie });
  expect((await end(phone?.id ?? "", admin)).status).toBe(404);
  expect((await end(phone?.id ?? "", here)).status).toBe(200);
  expect((await city.call("/api/v1/staff/session", { cookie: there })).status).toBe(401);
  expect((await city.call("/api/v1/staff/session", { cookie: here })).status).toBe(200);
});
