export { aContest, SMALL_SIDE, type Contest, type SentEntry } from "./a-contest.ts";
export { aVoter, answerTo } from "./voter.ts";
export { anEntry, terms } from "./terms.ts";
export { plain } from "./plain.ts";
