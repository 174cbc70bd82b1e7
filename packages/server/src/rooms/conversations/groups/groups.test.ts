import type { QuestionGroup, QueueItem } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../../town.fixture.ts";
import { groupsOf } from "./likeness.ts";

let city: TownUnderTest;
let cookie = "";
let operator: Tab;
beforeAll(async () => {
  city = await aTown();
  cookie = await city.signIn("operator@town.example");
  operator = await city.staff(cookie);
}, 60_000);
afterAll(() => city.close());

async function waiting(words: string): Promise<{ resident: Tab; id: string }> {
  const resident = await city.chat();
  await resident.say(words);
  await resident.say("позовите оператора");
  await resident.until(() => resident.conversations.at(-1)?.state === "queued", "the queue");
  return { resident, id: resident.conversations[0]?.id ?? "" };
}
const groups = async () =>
  ((await city.call("/api/v1/staff/conversation-groups", { cookie })).body as { items: QuestionGroup[] })
    .items;
const answer = (ids: readonly string[], text: string, clientId: string = crypto.randomUUID()) =>
  city.call("/api/v1/staff/conversation-groups/answers", {
    method: "POST",
    cookie,
    body: JSON.stringify({ ids, text, clientId }),
  });
const heard = (tab: Tab, words: string) => tab.messages.filter(({ text }) => text.includes(words)).length;

test("waiting residents who ask nearly the same are shown together, whatever they wrote to call an operator", async () => {
  const one = await waiting("Почему фонтан на площади не работает?");
  const two = await waiting("фонтан на площади опять не работает");
  const three = await waiting("Когда заработает фонтан на площади");
  const other = await waiting("Собака покусала соседку, куда жаловаться");
  const [group, ...more] = await groups();
  expect(more).toEqual([]);
  expect(group?.question).toContain("онтан");
  expect(group?.members.map(({ conversationId }) => conversationId).toSorted()).toEqual(
    [one.id, two.id, three.id].toSorted(),
  );

  await operator.ask("conversation:claim", { conversationId: three.id });
  const clientId = crypto.randomUUID();
  const said = "Фонтан включат в субботу после ремонта насоса.";
  const ids = [one.id, two.id, three.id, "no-such"];
  expect(await answer(ids, said, clientId)).toMatchObject({
    status: 200,
    body: { answered: [one.id, two.id], left: [three.id, "no-such"] },
  });
  // A request that is sent again is heard once.
  expect((await answer([one.id, two.id], said, clientId)).body).toMatchObject({ answered: [one.id, two.id] });
  for (const { resident, id } of [one, two]) {
    await resident.until(() => resident.conversations.at(-1)?.state === "closed", "the end");
    expect(heard(resident, said)).toBe(1);
    const { conversation } = (await operator.ask("conversation:watch", { conversationId: id })) as {
      conversation: QueueItem;
    };
    expect(conversation).toMatchObject({ state: "closed", closeReason: "duplicate" });
  }
  expect(heard(three.resident, said) + heard(other.resident, said)).toBe(0);
  expect(await groups()).toEqual([]);
});

test("an operator's limit does not stand in the way of a group, as nothing of it stays open", async () => {
  const admin = await city.signIn("admin@town.example");
  const members = (await city.call("/api/v1/staff/members", { cookie: admin })).body as {
    items: { id: string; email: string }[];
  };
  const me = members.items.find(({ email }) => email === "operator@town.example")?.id;
  await city.call(`/api/v1/staff/operators/${me}`, {
    method: "PUT",
    cookie: admin,
    body: JSON.stringify({ departments: [], skills: [], supervises: false, mostOpen: 1 }),
  });
  const bridge = [await waiting("мост закрыт, как объехать?"), await waiting("как объехать закрытый мост")];
  const ids = bridge.map(({ id }) => id);
  expect((await answer(ids, "Объезд по улице Мира.")).body).toEqual({ answered: ids, left: [] });
});

test("what the assistant took for the same needs fewer words in common; a house number alike is nothing", () => {
  const water = "outage cold_water";
  const asked = [
    { text: "нет воды, Кирова 12", topic: water },
    { text: "холодной воды нет с утра, Мира 12", topic: water },
    { text: "когда дадут воду", topic: water },
    { text: "паспорт потерял, Мира 12" },
    { text: "как записать ребёнка в сад" },
  ].map((it, place) => ({ ...it, id: String(place) }));
  expect(groupsOf(asked).map((group) => group.map(({ id }) => id).toSorted())).toEqual([["0", "1", "2"]]);
});
