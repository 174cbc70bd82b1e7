import { io, type Socket } from "socket.io-client";

/** Residents who have the chat open in one process: asked by messages of its parent, each with an answer. */
export type CrowdTask =
  | { readonly do: "come"; readonly url: string; readonly count: number; readonly saying?: string }
  /** Their connections break off, all at once, and come again by themselves. */
  | { readonly do: "drop" }
  /** Resolves once every one of them is connected again and has all that was said. */
  | { readonly do: "back"; readonly messages: number }
  | { readonly do: "leave" };

export interface CrowdReply {
  readonly connected: number;
  /** From the first loss of a connection, of each of them, milliseconds. */
  readonly backAfterMs?: readonly number[];
  /** From its own connection to its last message, of each of them, milliseconds. */
  readonly replayedAfterMs?: readonly number[];
}

const COME_AT_ONCE = 100;

class Resident {
  readonly socket: Socket;
  token: string | undefined;
  messages = 0;
  opened = false;
  lostAt = 0;
  openedAt = 0;
  lastHeardAt = 0;
  connectedAt = 0;

  constructor(url: string) {
    this.socket = io(`${url}/chat`, {
      forceNew: true,
      transports: ["websocket"],
      // As the widget does it: from a quarter of a second to three, up to half of it taken off by chance.
      reconnectionDelay: 190,
      reconnectionDelayMax: 2_250,
      randomizationFactor: 0.33,
      auth: (give) => give({ token: this.token, after: 0 }),
    });
    this.socket.on("connect", () => {
      this.connectedAt = performance.now();
      this.messages = 0;
    });
    this.socket.on("conversation", ({ token }: { token: string }) => {
      this.token = token;
      this.opened = true;
      this.openedAt = performance.now();
    });
    this.socket.on("message", () => {
      this.messages++;
      this.lastHeardAt = performance.now();
    });
    this.socket.on("disconnect", () => {
      this.opened = false;
      this.lostAt = performance.now();
    });
  }

  /** As when the network goes: nobody says goodbye. */
  cutOff(): void {
    (this.socket.io.engine.transport as Cable).ws?.terminate();
  }
}

/** The WebSocket under a connection in Node. */
interface Cable {
  readonly ws?: { terminate(): void };
}

let crowd: Resident[] = [];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const connected = () => crowd.filter(({ opened }) => opened).length;

async function come(url: string, count: number, saying: string | undefined): Promise<CrowdReply> {
  while (crowd.length < count) {
    const more = Array.from(
      { length: Math.min(COME_AT_ONCE, count - crowd.length) },
      () => new Resident(url),
    );
    crowd.push(...more);
    while (!more.every(({ opened }) => opened)) await pause(10);
    // A breath between them: who is measured is who stays, not who comes.
    await pause(20);
    if (saying === undefined) continue;
    await Promise.all(
      more.map(({ socket }) =>
        socket.emitWithAck("message:send", { clientId: crypto.randomUUID(), text: saying }),
      ),
    );
    while (!more.every(({ messages }) => messages >= 2)) await pause(10);
  }
  return { connected: connected() };
}

async function back(messages: number): Promise<CrowdReply> {
  while (!crowd.every((it) => it.opened && it.messages >= messages)) await pause(10);
  return {
    connected: connected(),
    backAfterMs: crowd.map(({ openedAt, lostAt }) => openedAt - lostAt),
    replayedAfterMs: crowd.map(
      ({ openedAt, lastHeardAt, connectedAt }) => Math.max(openedAt, lastHeardAt) - connectedAt,
    ),
  };
}

async function answer(task: CrowdTask): Promise<CrowdReply> {
  switch (task.do) {
    case "come":
      return come(task.url, task.count, task.saying);
    case "drop":
      for (const resident of crowd) resident.cutOff();
      return { connected: connected() };
    case "back":
      return back(task.messages);
    case "leave":
      for (const { socket } of crowd) socket.disconnect();
      crowd = [];
      return { connected: 0 };
    default:
      return task satisfies never;
  }
}

process.on("message", (task: CrowdTask) => {
  void answer(task).then((reply) => process.send?.(reply));
});
process.on("disconnect", () => process.exit());
