import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, PASSWORD, type TownUnderTest } from "../../town.fixture.ts";
import { terms } from "../campaigns/testing/index.ts";
import { cookieOf } from "./staff.fixture.ts";

const STRONG = "синий автобус у моста";

let now = new Date("2026-11-24T10:00:00Z");
let city: TownUnderTest;
let admin: string;
beforeAll(async () => {
  city = await aTown({}, { clock: () => now });
  admin = await city.signIn("admin@town.example");
});
afterAll(() => city.close());

const post = (path: string, body: object, cookie = "") =>
  city.call(path, { method: "POST", body: JSON.stringify(body), cookie });
const signIn = (email: string, password: string) => post("/api/v1/staff/session", { email, password });
const tokenIn = ({ body }: { body: never }) =>
  new URLSearchParams(new URL((body as { link: string }).link).hash.slice(1)).get("invitation") ?? "";
const invite = (email: string, more: object = {}) =>
  post("/api/v1/staff/invitations", { email, name: "Новая коллега", role: "operator", ...more }, admin);
const memberId = async (email: string) => {
  const { body } = await city.call("/api/v1/staff/members", { cookie: admin });
  return (body as { items: { id: string; email: string }[] }).items.find((it) => it.email === email)?.id;
};

test("somebody invited chooses a password by the link, once, and works in their department", async () => {
  const invited = await invite("New.Colleague@town.example", { department: "vodokanal" });
  expect(invited).toMatchObject({
    status: 201,
    body: { invitation: { email: "new.colleague@town.example" } },
  });
  const token = tokenIn(invited);
  expect(await post("/api/v1/staff/invitations/opening", { token })).toMatchObject({
    body: { invitation: { kind: "join", name: "Новая коллега", role: "operator" } },
  });
  expect(
    await post("/api/v1/staff/invitations/acceptance", { token, password: "qwerty12345" }),
  ).toMatchObject({
    status: 400,
    body: { code: "invalid", field: "password" },
  });
  expect(
    await post("/api/v1/staff/invitations/acceptance", { token, name: "Инна", password: STRONG }),
  ).toMatchObject({
    body: { email: "new.colleague@town.example" },
  });
  const opened = await signIn("new.colleague@town.example", STRONG);
  expect(opened).toMatchObject({ body: { staff: { name: "Инна", department: "vodokanal" } } });
  for (const path of ["/api/v1/staff/invitations/opening", "/api/v1/staff/invitations/acceptance"])
    expect(await post(path, { token, password: STRONG })).toMatchObject({ status: 404 });
});

test("a juror who is only invited can be limited before they come, and keeps it when they do", async () => {
  await city.town.rooms.campaigns.importCampaigns(terms());
  const token = tokenIn(await invite("juror@town.example", { role: "jury", name: "Вера" }));
  const seat = { email: "juror@town.example", judges: true, nominations: [], ageGroups: ["3-6"] };
  const seated = async () => {
    const { body } = await city.call("/api/v1/staff/campaigns/les/jury", { cookie: admin });
    return (body as { jurors: { email: string }[] }).jurors.find(({ email }) => email === seat.email);
  };
  expect(await seated()).toMatchObject({ name: "Вера", invited: true, ageGroups: [] });
  const body = JSON.stringify(seat);
  await city.call("/api/v1/staff/campaigns/les/jury", { method: "PUT", body, cookie: admin });
  expect(await seated()).toMatchObject({ invited: true, ageGroups: ["3-6"] });
  await post("/api/v1/staff/invitations/acceptance", { token, password: STRONG });
  expect(await seated()).toMatchObject({ invited: false, ageGroups: ["3-6"] });
});

test("the link is kept as a hash, ends after seven days, and an administrator withdraws it", async () => {
  const late = tokenIn(await invite("late@town.example"));
  const stored = await city.town.database.read.selectFrom("staff_invitation").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(late);
  const before = now;
  now = new Date(now.getTime() + 7 * 24 * 3600_000 + 1000);
  expect(await post("/api/v1/staff/invitations/opening", { token: late })).toMatchObject({ status: 404 });
  now = before;

  const withdrawn = await invite("withdrawn@town.example");
  const { id } = (withdrawn.body as { invitation: { id: string } }).invitation;
  expect(
    await city.call(`/api/v1/staff/invitations/${id}`, { method: "DELETE", cookie: admin }),
  ).toMatchObject({
    status: 200,
  });
  expect(await post("/api/v1/staff/invitations/opening", { token: tokenIn(withdrawn) })).toMatchObject({
    status: 404,
  });
  const { body } = await city.call("/api/v1/staff/invitations", { cookie: admin });
  expect((body as { items: { email: string }[] }).items.map(({ email }) => email)).toEqual([
    "late@town.example",
  ]);
  expect(await invite("admin@town.example")).toMatchObject({ status: 409, body: { field: "email" } });
  expect(await invite("elsewhere@town.example", { department: "nowhere" })).toMatchObject({
    status: 400,
    body: { field: "department" },
  });
});

test("a link for a new password ends the sessions of before, and a newer link the older", async () => {
  const cookie = await city.signIn("operator-forgot@town.example");
  const id = await memberId("operator-forgot@town.example");
  const older = tokenIn(await post(`/api/v1/staff/members/${id}/password-link`, {}, admin));
  const token = tokenIn(await post(`/api/v1/staff/members/${id}/password-link`, {}, admin));
  expect(await post("/api/v1/staff/invitations/opening", { token: older })).toMatchObject({ status: 404 });
  expect(await post("/api/v1/staff/invitations/acceptance", { token, password: STRONG })).toMatchObject({
    status: 200,
  });
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
  expect((await signIn("operator-forgot@town.example", PASSWORD)).status).toBe(401);
  expect((await signIn("operator-forgot@town.example", STRONG)).status).toBe(200);
});

test("a changed password ends every session and socket of the person", async () => {
  const here = await city.signIn("operator-change@town.example");
  const elsewhere = cookieOf((await signIn("operator-change@town.example", PASSWORD)).headers);
  const tab = await city.staff(elsewhere);
  const ended = new Promise((resolve) => tab.socket.once("disconnect", resolve));
  const change = (body: object) => post("/api/v1/staff/account/password", body, here);
  expect(await change({ current: "not this", password: STRONG })).toMatchObject({
    status: 400,
    body: { field: "current" },
  });
  for (const weak of ["короткий", "йцукенгшщз", "password2024", "aaaaaaaaaaaa", "operator-change1"])
    expect(await change({ current: PASSWORD, password: weak }), weak).toMatchObject({
      status: 400,
      body: { field: "password" },
    });
  expect(await change({ current: PASSWORD, password: STRONG })).toMatchObject({ status: 200 });
  await ended;
  for (const cookie of [here, elsewhere])
    expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
  expect((await signIn("operator-change@town.example", STRONG)).status).toBe(200);
});
