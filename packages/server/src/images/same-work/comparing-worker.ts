import { answerAsThread } from "../../asked-thread.ts";
import { giveWayHere } from "../../give-way.ts";
import { placesInCommon } from "./compare.ts";
import type { GlancedWork } from "./comparing-thread.ts";
import { createMarkIndex } from "./mark-index.ts";
import { glancesFromText, glancesOf, marksFromText } from "./marks-text.ts";

/** What the comparing thread is asked. */
export type Asked =
  | { readonly kind: "add"; readonly works: readonly GlancedWork[] }
  | { readonly kind: "likeliest"; readonly work: string; readonly marks: string; readonly count: number }
  | { readonly kind: "places"; readonly marks: string; readonly others: readonly string[] };

export interface Replies {
  readonly add: undefined;
  readonly likeliest: readonly string[];
  readonly places: readonly number[];
}

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

answerAsThread(answer);
