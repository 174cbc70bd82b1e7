import type { QueueItem } from "@veche/protocol";
import { io } from "socket.io-client";
import type { DemoCity } from "../journeys/demo-city.ts";
import { sessionOf } from "./stage.ts";

interface QueuePush {
  readonly conversations: readonly QueueItem[];
  readonly removed: readonly string[];
}

/** An operator who serves whoever called last. */
export interface Operator {
  /** Claims the conversation that came into the queue last. @returns its id */
  claimNewest(): Promise<string>;
  say(conversationId: string, text: string): Promise<void>;
  type(conversationId: string): Promise<void>;
  close(conversationId: string): Promise<void>;
  leave(): void;
}

export async function anOperator(city: DemoCity): Promise<Operator> {
  const { name, value } = await sessionOf(city, "operator");
  const socket = io(`${city.server.url}/staff`, {
    transports: ["websocket"],
    extraHeaders: { cookie: `${name}=${value}`, origin: city.server.url },
  });
  const queue = new Map<string, QueueItem>();
  socket.on("queue", ({ conversations, removed }: QueuePush) => {
    for (const id of removed) queue.delete(id);
    for (const item of conversations) queue.set(item.id, item);
  });
  await new Promise((resolve, reject) => socket.once("queue", resolve).once("connect_error", reject));

  const ask = async (event: string, payload: object) => {
    const answer = (await socket.timeout(5_000).emitWithAck(event, payload)) as { ok: boolean };
    if (!answer.ok) throw new Error(`${event}: ${JSON.stringify(answer)}`);
  };
  const newestWaiting = () =>
    [...queue.values()]
      .filter(({ state }) => state === "queued")
      .toSorted((a, b) => a.updatedAt.localeCompare(b.updatedAt))
      .at(-1);
  return {
    async claimNewest() {
      const item = newestWaiting();
      if (!item) throw new Error("nobody waits for an operator");
      await ask("conversation:claim", { conversationId: item.id });
      return item.id;
    },
    say: (conversationId, text) =>
      ask("message:send", { conversationId, clientId: crypto.randomUUID(), text }),
    async type(conversationId) {
      socket.emit("typing", { conversationId });
    },
    close: (conversationId) => ask("conversation:close", { conversationId, reason: "answered" }),
    leave: () => socket.disconnect(),
  };
}
