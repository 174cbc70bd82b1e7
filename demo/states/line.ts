import type { Message } from "@veche/protocol";
import type { Server, Socket } from "socket.io";
import { askedFrom, type AskedFrom } from "./asked-from.ts";
import type { Refused } from "./state.ts";

type Acknowledge = (reply: object) => void;

const NEVER_AGAIN_SECONDS = 3600;
const TYPING_EVERY_MS = 3000;
const CONVERSATION = "conversation-1";

/** The pretended city's chat: says what the asking page's state has to be said, and nothing else. */
export function answerChats(io: Server): void {
  const chats = io.of("/chat");
  const from = (socket: Socket) => askedFrom(String(socket.handshake.auth["page"] ?? ""));
  chats.use((socket, next) => {
    const asked = from(socket);
    if (asked?.city.line === "silent") return;
    if (asked && asked.city.line !== "gone") return next();
    next(Object.assign(new Error("gone"), { data: { retryAfterSeconds: NEVER_AGAIN_SECONDS } }));
  });
  chats.on("connection", (socket) => {
    const asked = from(socket);
    if (asked) talk(socket, asked);
  });
}

function talk(socket: Socket, { city }: AskedFrom): void {
  const {
    conversation = { state: "assistant" as const },
    messages = [],
    typing,
    later = [],
  } = city.talk ?? {};
  let current = { id: CONVERSATION, token: "kept", ...conversation };
  let last = messages.length;

  socket.emit("conversation", current);
  for (const message of messages)
    if (message.seq > Number(socket.handshake.auth["after"] ?? 0)) socket.emit("message", message);
  if (typing) {
    const tell = () => socket.emit("typing", { author: typing });
    setTimeout(tell, 50);
    const telling = setInterval(tell, TYPING_EVERY_MS);
    socket.once("disconnect", () => clearInterval(telling));
  }
  socket.on("typing", () => {
    for (const message of later) socket.emit("message", message);
  });

  socket.on(
    "message:send",
    ({ clientId, text }: { clientId: string; text: string }, acknowledge: Acknowledge) => {
      if (city.says === "nothing") return;
      if (city.says) return acknowledge(refusal(city.says));
      last += 1;
      acknowledge({ ok: true, message: said(clientId, text, last) });
    },
  );
  const asked = (state: typeof current.state) => (_payload: unknown, acknowledge: Acknowledge) => {
    if (city.asks) return acknowledge(refusal(city.asks));
    current = { ...current, state };
    acknowledge({ ok: true, conversation: current });
  };
  socket.on("operator:request", asked("queued"));
  socket.on("conversation:end", asked("closed"));
  for (const name of ["message:rate", "conversation:rate"])
    socket.on(name, (_payload: unknown, acknowledge: Acknowledge) => acknowledge({ ok: true }));
}

const refusal = (error: Refused) => ({ ok: false, error });

const said = (clientId: string, text: string, seq: number): Message => ({
  id: `message-${seq}`,
  seq,
  author: { kind: "resident" },
  text,
  sources: [],
  replies: [],
  clientId,
  createdAt: "2026-11-20T05:30:00.000Z",
});
