import { io, type Socket } from "socket.io-client";
import { aStaffedServer } from "../faults/shift/staffed-server.ts";
import { StubbornResident } from "../faults/stubborn-resident.ts";
import { percentile } from "./load/percentile.ts";

const OPEN = 200;
const MESSAGES = 1_000;
/** What 200 people in a lively talk write: some forty messages a second. */
const EVERY_MS = 25;

export interface InboxBench {
  /** Conversations that one operator has open and on screen. */
  readonly open: number;
  readonly messages: number;
  /** From the resident's sending to the operator's screen, milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly goalP99: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function aConsole(url: string, cookie: string): Promise<Socket> {
  const socket = io(`${url}/staff`, { forceNew: true, transports: ["websocket"], extraHeaders: { cookie } });
  await new Promise<void>((resolve, reject) => {
    socket.once("queue", () => resolve());
    socket.once("connect_error", reject);
  });
  return socket;
}

/** How soon a resident's message stands on the operator's screen, with 200 conversations open. */
export async function benchInbox(): Promise<InboxBench> {
  const { process: server, members } = await aStaffedServer(1, 500, 60);
  const operator = await aConsole(server.url, members[0]?.cookie ?? "");
  const residents = Array.from({ length: OPEN }, () => new StubbornResident(server.url));
  await Promise.all(residents.map((resident) => resident.say("позовите оператора")));
  for (let opened = 0; opened < OPEN;) {
    const { conversation } = await operator.timeout(10_000).emitWithAck("conversation:next", {});
    if (!conversation) {
      await pause(50);
      continue;
    }
    await operator.timeout(10_000).emitWithAck("conversation:watch", { conversationId: conversation.id });
    opened++;
  }
  const sentAt = new Map<string, number>();
  const took: number[] = [];
  operator.on("message", ({ text }: { text: string }) => {
    const sent = sentAt.get(text);
    if (sent !== undefined) took.push(performance.now() - sent);
  });
  const saying: Promise<void>[] = [];
  for (let i = 0; i < MESSAGES; i++) {
    const text = `сообщение ${i}`;
    sentAt.set(text, performance.now());
    saying.push(residents[i % OPEN]?.say(text) ?? Promise.resolve());
    await pause(EVERY_MS);
  }
  await Promise.all(saying);
  await pause(500);
  for (const resident of residents) resident.leave();
  operator.disconnect();
  await server.remove();
  const sorted = took.toSorted((a, b) => a - b);
  return {
    open: OPEN,
    messages: took.length,
    p50: Math.round(percentile(sorted, 0.5)),
    p99: Math.round(percentile(sorted, 0.99)),
    goalP99: 150,
  };
}

if (import.meta.main) console.table(await benchInbox());
