export { SAME_SHEET_PLACES } from "./compare.ts";
export { type ComparingThread, type GlancedWork, startComparingThread } from "./comparing-thread.ts";
export { glancesOf, glancesToText } from "./marks-text.ts";
