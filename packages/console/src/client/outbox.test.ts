import type { WatchedMessage } from "@veche/protocol";
import { expect, test } from "vitest";
import { Outbox, type Unsent } from "./outbox.ts";
import { ServerRefusal } from "./server-refusal.ts";

/** A city's server as the outbox sees it: it may be out of reach, and it may refuse. */
function aDesk(kept?: string) {
  const desk = {
    state: "reachable" as "reachable" | "out of reach" | "taken by a colleague",
    heard: [] as Unsent[],
    delivered: [] as string[],
    stored: kept ?? null,
  };
  let ids = 0;
  const outbox = new Outbox({
    storage: { getItem: () => desk.stored, setItem: (_, value) => (desk.stored = value) },
    newId: () => `id-${++ids}`,
    send: async (unsent) => {
      if (desk.state === "out of reach")
        throw new ServerRefusal({ code: "unavailable", message: "Нет связи." });
      if (desk.state !== "reachable")
        throw new ServerRefusal({ code: "conflict", message: "Диалог ведёт Анна." });
      desk.heard.push(unsent);
      return delivered(unsent);
    },
    onDelivered: (message) => desk.delivered.push(message.text),
    onChange: () => undefined,
  });
  return { desk, outbox };
}

const delivered = (unsent: Unsent): WatchedMessage => ({
  id: `m-${unsent.clientId}`,
  seq: 1,
  author: { kind: "operator" },
  text: unsent.text,
  sources: [],
  replies: [],
  clientId: unsent.clientId,
  conversationId: unsent.conversationId,
  createdAt: "2026-11-22T13:00:00Z",
});

test("what was written without a connection goes in order, with its first ids, when there is one", async () => {
  const { desk, outbox } = aDesk();
  desk.state = "out of reach";
  await outbox.add("c1", "Здравствуйте!");
  await outbox.add("c1", "Сейчас посмотрю.");
  expect(outbox.of("c1")).toHaveLength(2);

  desk.state = "reachable";
  await outbox.flush();

  expect(desk.heard.map(({ clientId, text }) => [clientId, text])).toEqual([
    ["id-1", "Здравствуйте!"],
    ["id-2", "Сейчас посмотрю."],
  ]);
  expect(outbox.of("c1")).toEqual([]);
});

test("a reload keeps what was not acknowledged", async () => {
  const before = aDesk();
  before.desk.state = "out of reach";
  await before.outbox.add("c1", "Не потеряйте меня");

  const after = aDesk(before.desk.stored ?? undefined);
  await after.outbox.flush();

  expect(after.desk.delivered).toEqual(["Не потеряйте меня"]);
});

test("a refused message stays with its reason and does not stop the others", async () => {
  const { desk, outbox } = aDesk();
  desk.state = "taken by a colleague";
  await outbox.add("c1", "Я отвечу");
  desk.state = "reachable";
  await outbox.add("c2", "Добрый день");

  expect(outbox.of("c1")).toMatchObject([{ text: "Я отвечу", refused: "Диалог ведёт Анна." }]);
  expect(desk.delivered).toEqual(["Добрый день"]);

  await outbox.retry("id-1");
  expect(outbox.of("c1")).toEqual([]);
});

test("which article the words are goes with them, and stays over a reload", async () => {
  const { desk, outbox } = aDesk();
  desk.state = "out of reach";
  await outbox.add("c-1", "Подайте заявление на портале.", "kindergarten-queue");
  const later = aDesk(desk.stored ?? undefined);
  await later.outbox.flush();
  expect(later.desk.heard).toMatchObject([{ article: "kindergarten-queue" }]);
});
