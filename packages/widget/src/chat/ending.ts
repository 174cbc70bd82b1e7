import { whenNeeded } from "./when-needed.ts";

/** What one does with a talk as a whole: end it with stars, keep a copy, delete it. */
export const ending = whenNeeded(() => import("./ended.ts"));
