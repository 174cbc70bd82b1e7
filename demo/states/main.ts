import express from "express";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Server } from "socket.io";
import { contentPolicy } from "../town/content-policy.ts";
import { createCalls } from "./calls.ts";
import { answerChats } from "./line.ts";
import { lookOf, statePage, statesPage } from "./page.ts";
import { stateNamed } from "./states.ts";
import { isTongue, pseudoTexts, sayIn } from "./tongue.ts";

/*
 * Every face of the residents' elements as a page: the real elements before a pretended city, so that each can be
 * looked at, and tested, at any time:
 *   node demo/states/main.ts   then http://localhost:3002
 */
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const embed = folder("../../packages/widget/dist");
const host = process.env["HOST"] ?? "127.0.0.1";
const port = Number(process.env["PORT_STATES"] ?? 3002);

const app = express();
app.disable("x-powered-by");
app.use("/site", express.static(folder("site"), { index: false }));
app.use("/media", express.static(folder("../drawings"), { index: false }));
app.use("/embed", express.static(embed, { index: false }));
app.get("/pseudo/embed/{*file}", (request, response) => {
  const file = join(embed, request.path.slice("/pseudo/embed".length));
  response.type("js").send(pseudoTexts(readFileSync(file, "utf8")));
});
app.use("/api/v1", createCalls());
app.get("/", (_request, response) => void response.type("html").send(statesPage()));
app.get("/:tongue/:name", (request, response) => {
  const { tongue, name } = request.params;
  const state = stateNamed(name);
  if (!state || !isTongue(tongue))
    return void response.status(404).type("text").send("There is no such state.");
  const device = state.device?.(sayIn(tongue)) ?? {};
  response
    .set(
      "Content-Security-Policy",
      contentPolicy(`http://${request.get("host")}`).replace(
        "frame-ancestors 'none'",
        "frame-ancestors 'self'",
      ),
    )
    .type("html")
    .send(statePage(state, tongue, lookOf(request.query), device));
});

const server = createServer(app);
answerChats(new Server(server, { serveClient: false }));
server.listen(port, host, () => console.log(`states listening on http://${host}:${port}`));
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
