import type { Message } from "@veche/protocol";
import { expect, test } from "vitest";
import { Feed } from "./feed.ts";

/** Microtasks between the end of a reading and the push: each moment at which one can fall beside the other. */
const MOMENTS = Array.from({ length: 12 }, (_, moment) => moment);

test.each(MOMENTS)(
  "what is said %i microtasks after a socket has read its history reaches it at once",
  async (moment) => {
    const stored = [message(1), message(2)];
    const shown: number[] = [];
    const socket = {
      connected: true,
      emit: (_: "message", { seq }: Message) => shown.push(seq),
      disconnect: () => undefined,
    };
    let pushed = false;
    const feed = new Feed(socket, 0, async function* (after) {
      yield* stored.filter(({ seq }) => seq > after);
      if (!pushed) void push();
    });
    async function push(): Promise<void> {
      pushed = true;
      for (let waited = 0; waited < moment; waited += 1) await Promise.resolve();
      stored.push(message(3));
      feed.hear(message(3));
    }

    await feed.catchUp();
    await new Promise((resolve) => setImmediate(resolve));
    expect(shown).toEqual([1, 2, 3]);
  },
);

const message = (seq: number): Message => ({
  id: `message-${seq}`,
  seq,
  author: { kind: "resident" },
  text: `${seq}`,
  sources: [],
  replies: [],
  createdAt: "2026-03-01T10:00:00.000Z",
});
