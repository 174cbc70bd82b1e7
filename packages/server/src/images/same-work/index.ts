export { placesInCommon, SAME_SHEET_PLACES } from "./compare.ts";
export { createMarkIndex, type MarkIndex } from "./mark-index.ts";
export { glancesFromText, glancesOf, glancesToText, marksFromText } from "./marks-text.ts";
