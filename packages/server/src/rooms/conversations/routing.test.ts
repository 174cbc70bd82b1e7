import type { OperatorView, QueueItem } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";

/** A Tuesday, 10:00 in the city; tests move it. */
let now = Date.parse("2026-11-24T05:00:00Z");
let city: TownUnderTest;
let admin = "";
let generalist: Tab;
let waterMan: Tab;
beforeAll(async () => {
  city = await aTown({}, { clock: () => new Date(now) });
  admin = await city.signIn("admin@town.example");
  generalist = await city.staff(await city.signIn("operator@town.example"));
  waterMan = await city.staff(await city.signIn("water@town.example"));
  await serve("operator@town.example", { departments: ["call-centre"] });
}, 60_000);
afterAll(() => city.close());

async function idOf(email: string): Promise<string> {
  const { body } = await city.call("/api/v1/staff/members", { cookie: admin });
  return (
    (body as { items: { id: string; email: string }[] }).items.find((it) => it.email === email)?.id ?? ""
  );
}
const put = (path: string, body: unknown) =>
  city.call(path, { method: "PUT", cookie: admin, body: JSON.stringify(body) });
const serve = async (email: string, how: { departments: string[]; skills?: string[]; mostOpen?: number }) =>
  put(`/api/v1/staff/operators/${await idOf(email)}`, { skills: [], supervises: false, ...how });
const operators = async () =>
  ((await city.call("/api/v1/staff/operators", { cookie: admin })).body as { items: OperatorView[] }).items;

/** The department in whose queue a resident comes after these words. */
async function queued(words: string, asked?: string): Promise<{ resident: Tab; item: QueueItem }> {
  // Of two who come in the same moment either may be first.
  now += 1_000;
  const resident = await city.chat();
  await resident.say(words);
  await resident.until(
    () => resident.messages.some(({ author }) => author.kind === "assistant"),
    "the answer",
  );
  await resident.ask("operator:request", asked ? { department: asked } : {});
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  const id = resident.conversations[0]?.id ?? "";
  const { conversation } = (await generalist.ask("conversation:watch", { conversationId: id })) as {
    conversation: QueueItem;
  };
  return { resident, item: conversation };
}
const heard = (tab: Tab, words: string) =>
  tab.until(() => tab.messages.some(({ text }) => text.includes(words)), words);

test("a question about a department's matter waits for that department; its people are those whose record says so", async () => {
  const email = "water@town.example";
  await city.call(`/api/v1/staff/members/${await idOf(email)}`, {
    method: "PUT",
    cookie: admin,
    body: JSON.stringify({ department: "vodokanal" }),
  });
  waterMan = await city.staff(await city.signIn(email));
  await expect
    .poll(async () => (await operators()).find(({ home }) => home === "vodokanal"))
    .toMatchObject({ departments: [], connected: true });
  const { resident, item } = await queued("телефон водоканала");
  expect(item.department).toBe("vodokanal");
  await heard(resident, "Зову сотрудника: Водоканал");
  expect(await generalist.ask("conversation:claim", { conversationId: item.id })).toMatchObject({
    error: { code: "conflict", message: expect.stringContaining("Водоканал") },
  });
  expect(await waterMan.ask("conversation:next")).toMatchObject({ conversation: { id: item.id } });
  await waterMan.ask("conversation:close", { conversationId: item.id, reason: "answered" });
});

test("a resident may name the department; the call centre is everybody's queue; one that isn't there is refused", async () => {
  const named = await queued("здравствуйте", "vodokanal");
  expect(named.item.department).toBe("vodokanal");
  const centre = await queued("здравствуйте", "call-centre");
  expect(centre.item.department).toBeUndefined();
  const resident = await city.chat();
  await resident.say("здравствуйте");
  expect(await resident.ask("operator:request", { department: "nowhere" })).toMatchObject({
    error: { code: "invalid", field: "department" },
  });
  for (const { item } of [named, centre]) {
    await waterMan.ask("conversation:claim", { conversationId: item.id });
    await waterMan.ask("conversation:close", { conversationId: item.id, reason: "answered" });
  }
});

test("where nobody of the department is on shift, whoever is there answers, and the resident is told", async () => {
  const waits = await queued("здравствуйте", "vodokanal");
  await waterMan.ask("presence:set", { presence: "break" });
  const { resident, item } = await queued("телефон водоканала");
  expect(item.department).toBeUndefined();
  await heard(resident, "Водоканал: сейчас там никого нет. Зову дежурного оператора");
  await city.town.rooms.conversations.tend();
  expect(await generalist.ask("conversation:claim", { conversationId: waits.item.id })).toMatchObject({
    ok: false,
  });
  now += 10 * 60_000;
  await city.town.rooms.conversations.tend();
  await heard(waits.resident, "Вопрос передан дежурному оператору");
  expect(await generalist.ask("conversation:claim", { conversationId: waits.item.id })).toMatchObject({
    conversation: { state: "operator" },
  });
  await generalist.ask("conversation:claim", { conversationId: item.id });
  for (const { id } of [waits.item, item]) {
    await generalist.ask("conversation:close", { conversationId: id, reason: "answered" });
  }
});

test("a place in the queue counts all who are served before by the same people", async () => {
  await waterMan.ask("presence:set", { presence: "here" });
  const first = await queued("здравствуйте");
  const second = await queued("телефон водоканала");
  expect(second.item.department).toBe("vodokanal");
  const third = await queued("здравствуйте", "call-centre");
  const placeOf = ({ resident }: typeof first) => resident.conversations.at(-1)?.queue?.position;
  for (const [place, it] of [first, second, third].entries()) {
    await it.resident.until(() => placeOf(it) === place + 1, `place ${place + 1}`);
  }
});

test("who waits is told when operators leave and come, and moving up keeps the offer to leave a contact", async () => {
  for (const tab of [waterMan, generalist]) await tab.ask("presence:set", { presence: "break" });
  const tend = () => city.town.rooms.conversations.tend();
  const first = await queued("здравствуйте");
  const second = await queued("здравствуйте");
  const stateOf = ({ resident }: typeof first) => resident.conversations.at(-1);
  const place = stateOf(second)?.queue?.position ?? 0;
  expect(stateOf(second)?.callBack?.why).toBe("nobody");
  await first.resident.ask("conversation:end");
  await second.resident.until(() => stateOf(second)?.queue?.position === place - 1, "the place before");
  expect(stateOf(second)?.callBack?.why).toBe("nobody");

  await generalist.ask("presence:set", { presence: "here" });
  await tend();
  await second.resident.until(() => stateOf(second)?.callBack === undefined, "somebody is there");
  await generalist.ask("presence:set", { presence: "break" });
  await tend();
  await second.resident.until(() => stateOf(second)?.callBack?.why === "nobody", "nobody is there");
  for (const tab of [waterMan, generalist]) await tab.ask("presence:set", { presence: "here" });
  await second.resident.ask("conversation:end");
});

test("who knows the matter is given it; a full one keeps nobody waiting for them", async () => {
  const knows = await city.staff(await city.signIn("school@town.example"));
  await serve("school@town.example", { departments: [], skills: ["topic:education"], mostOpen: 1 });
  await serve("operator@town.example", { departments: [] });
  const bad = await put(`/api/v1/staff/operators/${await idOf("school@town.example")}`, {
    departments: [],
    skills: ["школы"],
    supervises: false,
  });
  expect(bad.status).toBe(400);

  const school = await queued("как встать в очередь в детский сад");
  expect(school.item.skill).toBe("topic:education");
  const sofa = await queued("куда деть старый диван");
  const takenBy = async (tab: Tab) =>
    ((await tab.ask("conversation:next")) as { conversation?: QueueItem }).conversation?.id;
  const taken: string[] = [];
  // Others may wait since before.
  for (let id = await takenBy(generalist); id; id = await takenBy(generalist)) taken.push(id);
  expect(taken).toContain(sofa.item.id);
  expect(taken).not.toContain(school.item.id);
  expect(await takenBy(knows)).toBe(school.item.id);

  const another = await queued("как записать ребёнка в детский сад");
  expect(await takenBy(generalist)).toBe(another.item.id);
});
