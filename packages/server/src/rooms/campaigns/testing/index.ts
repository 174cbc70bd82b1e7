export { aContest, type Contest, type SentEntry } from "./a-contest.ts";
export { anEntry, terms } from "./terms.ts";
export { plain } from "./plain.ts";
