import { createServer } from "node:http";
import type { Message } from "@veche/protocol";
import { Server } from "socket.io";
import { freePort } from "../server-process.ts";
import type { FaultsFound } from "./faults-found.ts";

/** What a planted server does wrong, once in a conversation; nothing, where none is named. */
export type Planted = keyof FaultsFound | "unacknowledged" | "pushed-only" | "none";

/** A small server of the same words that keeps everything in memory, with one fault. */
export async function aPlantedServer(fault: Planted): Promise<{ url: string; close(): Promise<void> }> {
  const conversations = new Map<string, Message[]>();
  const http = createServer();
  const io = new Server(http);
  const port = await freePort();
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));

  const entry = (kept: readonly Message[], kind: "resident" | "assistant", text: string, clientId?: string) =>
    ({
      id: crypto.randomUUID(),
      seq: kept.length + 1,
      author: { kind },
      text,
      sources: [],
      replies: [],
      ...(clientId ? { clientId } : {}),
      createdAt: new Date().toISOString(),
    }) satisfies Message;

  io.of("/chat").on("connection", (socket) => {
    const token = String(socket.handshake.auth.token ?? crypto.randomUUID());
    const kept = conversations.get(token) ?? [];
    conversations.set(token, kept);
    socket.emit("conversation", { id: token, token, state: "assistant" });
    for (const message of kept.slice(Number(socket.handshake.auth.after ?? 0)))
      socket.emit("message", message);

    socket.on("message:send", ({ clientId, text }: { clientId: string; text: string }, acknowledge) => {
      const before = kept.find((it) => it.clientId === clientId);
      if (before) return void acknowledge({ ok: true, message: before });
      const message = entry(kept, "resident", text, clientId);
      const isThird = kept.length === 4;
      if (!(isThird && fault === "lost")) kept.push(message);
      if (isThird) plant(message);
      if (!(isThird && fault === "unanswered")) kept.push(entry(kept, "assistant", "Ответ"));
      for (const it of kept.slice(-2)) socket.emit("message", it);
      // The first acknowledgement is lost on its way; the message is kept, and it is said again.
      if (!(isThird && fault === "unacknowledged")) acknowledge({ ok: true, message: { ...message } });
    });

    function plant(message: Message): void {
      const place = kept.indexOf(message);
      const after = message.seq + 1;
      if (fault === "doubled") kept.push({ ...message, id: crypto.randomUUID(), seq: after });
      if (fault === "gaps") message.seq += 1;
      if (fault === "torn") kept[place] = { ...message, text: message.text.slice(0, 5) };
      if (fault === "phantom")
        kept.push({ ...entry(kept, "resident", "Никто не говорил"), clientId: crypto.randomUUID() });
      if (fault === "pushed-only") socket.emit("message", entry(kept, "assistant", "Нигде не записано"));
      if (fault === "answeredTwice") kept.push(entry(kept, "assistant", "Ответ"));
      if (fault === "outOfOrder") {
        const first = kept[0];
        if (!first) return;
        [kept[0], kept[place]] = [
          { ...message, seq: first.seq },
          { ...first, seq: message.seq },
        ];
      }
      if (fault === "leaked") {
        const others = [...conversations.values()].find((it) => it !== kept && it.length > 0);
        const [leaked] = others ?? [];
        if (leaked) kept.push({ ...leaked, id: crypto.randomUUID(), seq: after });
      }
    }
  });

  return {
    url: `http://127.0.0.1:${port}`,
    close: () => io.close(),
  };
}
