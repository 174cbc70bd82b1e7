import { parentPort } from "node:worker_threads";
import { createRetriever, type Retriever } from "@veche/assistant";
import { alikeArticles } from "./alike.ts";
import type { Asked, Replies, ThreadReply, ThreadRequest } from "./messages.ts";

/** Run as a thread: reading a thousand articles takes it a second that residents' sockets can't wait. */
if (!parentPort) throw new Error("the ranking thread was started as something else");
const port = parentPort;
let retriever: Retriever | undefined;

function answer(asked: Asked): Replies[Asked["kind"]] {
  switch (asked.kind) {
    case "load":
      // The old index goes first, so that the two never take memory together.
      retriever = undefined;
      retriever = createRetriever(asked.entries);
      return undefined;
    case "rank":
      if (!retriever) throw new Error("asked to rank before anything was loaded");
      return retriever.rank(asked.text, asked.options);
    case "alike":
      return alikeArticles(asked.draft, asked.others);
    default:
      return asked satisfies never;
  }
}

port.on("message", ({ id, ...asked }: ThreadRequest) => {
  let reply: ThreadReply;
  try {
    reply = { id, value: answer(asked) };
  } catch (error) {
    reply = { id, error };
  }
  port.postMessage(reply);
});
