import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
});
afterAll(() => city.close());

test("a deleted conversation leaves no word, and its token opens nothing any more", async () => {
  const tab = await city.chat();
  await tab.say("у меня течёт труба в квартире семь");
  await tab.until(() => tab.messages.length === 2, "an answer");
  const { id, token } = tab.conversations[0] ?? { id: "", token: "" };
  expect(await tab.ask("conversation:delete")).toEqual({ ok: true });

  const { read } = city.town.database;
  expect(await read.selectFrom("message").select("id").where("conversation_id", "=", id).execute()).toEqual(
    [],
  );
  const row = await read
    .selectFrom("conversation")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ preview: "", page: null, score_comment: null, state: "closed" });

  const later = await city.chat({ token, after: 2 });
  expect(later.conversations[0]?.id).not.toBe(id);
  expect(later.messages).toEqual([]);
});

test("another tab of it is given a new conversation, and can say nothing into the old one", async () => {
  const first = await city.chat();
  await first.say("спасибо");
  const { token } = first;
  const second = await city.chat({ token });
  await second.until(() => second.messages.length >= 1, "history");
  const left = new Promise((resolve) => second.socket.once("disconnect", resolve));
  await first.ask("conversation:delete");
  expect(await left).toBe("io server disconnect");
});

test("staff who have it open are told, and cannot open it again", async () => {
  const tab = await city.chat();
  await tab.ask("operator:request");
  const { id } = tab.conversations[0] ?? { id: "" };
  const desk = await city.staff(await city.signIn("operator@town.example"));
  await desk.ask("conversation:watch", { conversationId: id });
  await desk.ask("conversation:claim", { conversationId: id });
  const told = new Promise((resolve) => desk.socket.once("conversation:deleted", resolve));
  await tab.ask("conversation:delete");
  expect(await told).toEqual({ conversationId: id });
  await desk.until(() => desk.queues.some(({ removed }) => removed.includes(id)), "the queue without it");
  expect(await desk.ask("conversation:watch", { conversationId: id })).toMatchObject({
    ok: false,
    error: { code: "not_found", message: "Житель удалил этот диалог." },
  });
  expect(
    await desk.ask("message:send", { conversationId: id, clientId: crypto.randomUUID(), text: "Где вы?" }),
  ).toMatchObject({ ok: false });
});

test("where nothing was said there is nothing to delete", async () => {
  const tab = await city.chat();
  expect(await tab.ask("conversation:delete")).toMatchObject({ ok: false, error: { code: "not_found" } });
});
