import { createRetriever, type Retriever } from "@veche/assistant";
import { alikeArticles } from "./alike.ts";
import { answerAsThread } from "../../../asked-thread.ts";
import type { Asked, Replies } from "./messages.ts";

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

// Reading a thousand articles takes a second that residents' sockets can't wait.
answerAsThread(answer);
