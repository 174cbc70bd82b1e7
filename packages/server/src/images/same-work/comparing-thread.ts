import { startAskedThread } from "../../asked-thread.ts";
import type { Asked, Replies } from "./comparing-worker.ts";

/** Knows the works of all years and compares with them, in a thread of its own. */
export interface ComparingThread {
  /** Makes works known by their glances; those it knows are passed over. */
  add(works: readonly GlancedWork[]): Promise<void>;
  /** Of the works that it knows, those that may show the same sheet, likeliest first; that of the id left out. */
  likeliest(id: string, marks: string, count: number): Promise<readonly string[]>;
  /** How many places of one picture are found again in each of the others, as they are stored. */
  placesInCommon(marks: string, others: readonly string[]): Promise<readonly number[]>;
  isAlive(): boolean;
  close(): Promise<void>;
}

export interface GlancedWork {
  readonly id: string;
  /** As they are stored. */
  readonly glances: string;
}

/**
 * A look among 50,000 works takes most of a second of a core, and their index 160 MB: neither is for the loop that
 * residents' sockets live on. Whoever waits for a thread that ends is refused with its error.
 */
export function startComparingThread(): ComparingThread {
  const { ask, isAlive, close } = startAskedThread<Asked, Replies>(
    new URL("./comparing-worker.ts", import.meta.url),
    "comparing",
  );
  return {
    add: (works) => ask({ kind: "add", works }),
    likeliest: (id, marks, count) => ask({ kind: "likeliest", work: id, marks, count }),
    placesInCommon: (marks, others) => ask({ kind: "places", marks, others }),
    isAlive,
    close,
  };
}
