export { createRetriever } from "./retrieval/retriever.ts";
export type {
  Entry,
  Locale,
  Outcome,
  RankedEntry,
  Ranking,
  RankOptions,
  Retriever,
  RetrieverOptions,
} from "./types.ts";

export { createAddressBook } from "./addresses/address-book.ts";
export type {
  AddressBook,
  BuildingRow,
  FoundAddress,
  FoundStreet,
  StreetRow,
} from "./addresses/address-types.ts";
export { isAffected, parseAffected } from "./addresses/affected.ts";
export type { Affected, AffectedStreet, HouseRule } from "./addresses/affected.ts";
export { normaliseHouse, sameHouse } from "./addresses/house.ts";
export { streetTypeShort } from "./addresses/street-type.ts";

export { hoursProblem, openingState } from "./hours/opening-state.ts";
export type { DayException, OpeningOptions, OpeningState } from "./hours/opening-state.ts";
export { russianHolidays, russianWorkingWeekends } from "./hours/holidays.ts";

export { findEmergency } from "./intents/emergency.ts";
export type { Emergency, EmergencyKind } from "./intents/emergency.ts";
export { wantsOperator } from "./intents/operator.ts";
export { smalltalkOf } from "./intents/smalltalk.ts";
export type { Smalltalk } from "./intents/smalltalk.ts";
export { isAppeal } from "./intents/appeal.ts";
export { isInsult } from "./intents/insult.ts";
export { resourceOf } from "./intents/resource.ts";
export type { Resource } from "./intents/resource.ts";
export {
  asksEntryState,
  asksHotline,
  asksManagingOrganisation,
  asksOutage,
} from "./intents/city-questions.ts";
export { splitQuestions } from "./intents/split-questions.ts";

export { findHotline } from "./hotlines/find-hotline.ts";
export type { FoundHotline, HotlineRow } from "./hotlines/find-hotline.ts";

export { languageOf } from "./language/language-of.ts";
