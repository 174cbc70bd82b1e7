import type { WatchedMessage } from "@veche/protocol";
import { expect, test } from "vitest";
import { lastQuestion, withMessages } from "./transcript.ts";

const said = (seq: number, kind: WatchedMessage["author"]["kind"] = "resident"): WatchedMessage => ({
  id: `m${seq}`,
  conversationId: "c",
  seq,
  author: { kind },
  text: `Реплика ${seq}`,
  sources: [],
  replies: [],
  createdAt: "2026-11-22T13:00:00Z",
});

const seqs = (messages: readonly WatchedMessage[]) => messages.map(({ seq }) => seq);

test("a message that comes twice is shown once", () => {
  const { messages, gap } = withMessages([said(1), said(2)], [said(2), said(3), said(3)]);
  expect(seqs(messages)).toEqual([1, 2, 3]);
  expect(gap).toBe(false);
});

test("a missing message is noticed, and what follows it waits for it", () => {
  const { messages, gap } = withMessages([said(1)], [said(3)]);
  expect(seqs(messages)).toEqual([1]);
  expect(gap).toBe(true);
  expect(seqs(withMessages(messages, [said(3), said(2)]).messages)).toEqual([1, 2, 3]);
});

test("articles are looked for by the resident's words, not by the answers", () => {
  expect(lastQuestion([said(1), said(2, "assistant"), said(3), said(4, "operator")])?.seq).toBe(3);
  expect(lastQuestion([])).toBeUndefined();
  const called = [
    { ...said(1), text: "куда деть\nветки" },
    { ...said(2), text: "позовите оператора" },
  ];
  expect(lastQuestion(called, "куда деть ветки")?.seq).toBe(1);
  expect(lastQuestion(called, "[фото]")?.seq).toBe(2);
});
