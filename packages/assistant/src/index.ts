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
export { streetTypeOf, streetTypeShort } from "./addresses/street-type.ts";

export { askedDays } from "./hours/asked-days.ts";
export { hoursOn, hoursProblem, openingState, usualWeek } from "./hours/opening-state.ts";
export type { DayException, OpeningOptions, OpeningState, OpenStretch } from "./hours/opening-state.ts";
export { russianHolidays, russianShortDays, russianWorkingWeekends } from "./hours/holidays.ts";

export { findEmergency, suspectEmergency } from "./intents/emergency.ts";
export type { Emergency, EmergencyKind } from "./intents/emergency.ts";
export { wantsOnlyOperator, wantsOperator } from "./intents/operator.ts";
export { smalltalkOf } from "./intents/smalltalk.ts";
export type { Smalltalk } from "./intents/smalltalk.ts";
export { accidentOf } from "./intents/accident.ts";
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
export {
  asksAboutOwnHome,
  asksSameContact,
  asksTownOutages,
  isDayAlone,
  leansOnBefore,
  opensAsMore,
  outageAspectOf,
  saysNoSubject,
  saysNothingMore,
} from "./intents/leaning.ts";
export type { OutageAspect } from "./intents/leaning.ts";
export {
  asksAboutOperators,
  asksEmergencyNumbers,
  saysEnough,
  saysNothingYet,
  saysNotHelpful,
  saysYes,
} from "./intents/unclear.ts";
export { splitQuestions } from "./intents/split-questions.ts";

export { namesContact } from "./hotlines/contact-words.ts";
export { findHotline } from "./hotlines/find-hotline.ts";
export type { FoundHotline, HotlineRow } from "./hotlines/find-hotline.ts";

export { meantInRussian } from "./language/everyday-reading.ts";
export { languageOf } from "./language/language-of.ts";
export { stemsOf } from "./language/stems-of.ts";
export { wordsOf } from "./language/normalise.ts";
