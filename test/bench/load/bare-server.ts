import { createServer } from "node:http";
import { Server } from "socket.io";

/**
 * The floor of a chat turn: Socket.IO that acknowledges a message and answers with a fixed text. It
 * stores nothing, finds nothing, checks nothing.
 */
const http = createServer();
const io = new Server(http, { serveClient: false, perMessageDeflate: false, httpCompression: false });
io.of("/chat").on("connection", (socket) => {
  let seq = 0;
  socket.emit("conversation", { id: socket.id, token: socket.id, state: "assistant" });
  socket.on("message:send", ({ clientId, text }, acknowledge) => {
    const author = { kind: "resident" };
    acknowledge({ ok: true, message: { id: clientId, seq: ++seq, author, text } });
    socket.emit("message", { id: socket.id, seq: ++seq, author: { kind: "assistant" }, text: ANSWER });
  });
});
const ANSWER = "Запись в детский сад идёт круглый год: на портале, в МФЦ или в отделе образования. ".repeat(
  5,
);

http.listen(0, "127.0.0.1", () => {
  const address = http.address();
  if (typeof address === "object" && address) console.log(`listening on http://127.0.0.1:${address.port}`);
});
