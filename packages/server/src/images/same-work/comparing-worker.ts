import { parentPort } from "node:worker_threads";
import { giveWayHere } from "../../give-way.ts";
import { placesInCommon } from "./compare.ts";
import type { GlancedWork } from "./comparing-thread.ts";
import { createMarkIndex } from "./mark-index.ts";
import { glancesFromText, glancesOf, marksFromText } from "./marks-text.ts";

/** What the comparing thread is asked. It does one thing after another, in the order of asking. */
export type Asked =
  | { readonly kind: "add"; readonly works: readonly GlancedWork[] }
  | { readonly kind: "likeliest"; readonly work: string; readonly marks: string; readonly count: number }
  | { readonly kind: "places"; readonly marks: string; readonly others: readonly string[] };

export interface Replies {
  readonly add: undefined;
  readonly likeliest: readonly string[];
  readonly places: readonly number[];
}

export interface ThreadReply {
  readonly id: number;
  readonly value: Replies[Asked["kind"]];
}

if (!parentPort) throw new Error("the comparing thread was started as something else");
const port = parentPort;
const index = createMarkIndex();
// Nobody waits for it.
giveWayHere();

function answer(asked: Asked): Replies[Asked["kind"]] {
  switch (asked.kind) {
    case "add":
      for (const { id, glances } of asked.works) index.add(id, glancesFromText(glances));
      return undefined;
    case "likeliest":
      return index.likeliest(asked.work, glancesOf(asked.marks), asked.count);
    case "places": {
      const marks = marksFromText(asked.marks);
      return asked.others.map((other) => placesInCommon(marks, marksFromText(other)));
    }
    default:
      return asked satisfies never;
  }
}

port.on("message", ({ id, ...asked }: Asked & { readonly id: number }) => {
  const reply: ThreadReply = { id, value: answer(asked) };
  port.postMessage(reply);
});
