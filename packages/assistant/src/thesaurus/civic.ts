import { compileThesaurus, type Thesaurus } from "./compile.ts";
import { asking } from "./concepts/asking.ts";
import { broader } from "./concepts/broader.ts";
import { care } from "./concepts/care.ts";
import { city } from "./concepts/city.ts";
import { compounds } from "./concepts/compounds.ts";
import { everyday } from "./concepts/everyday.ts";
import { english } from "./concepts/english.ts";
import { farther } from "./concepts/farther.ts";
import { housing } from "./concepts/housing.ts";
import { leisure } from "./concepts/leisure.ts";
import { morePeople } from "./concepts/more-people.ts";
import { moreWords } from "./concepts/more-words.ts";
import { moreSituations } from "./concepts/more-situations.ts";
import { online } from "./concepts/online.ts";
import { papers } from "./concepts/papers.ts";
import { people } from "./concepts/people.ts";
import { situations } from "./concepts/situations.ts";
import { town } from "./concepts/town.ts";
import { voices } from "./concepts/voices.ts";
import { toldAtHome } from "./concepts/told-at-home.ts";
import { utilities } from "./concepts/utilities.ts";
import { growingUp } from "./concepts/growing-up.ts";
import { kinds } from "./concepts/kinds.ts";
import { lifeEvents } from "./concepts/life-events.ts";
import { offices } from "./concepts/offices.ts";
import { rarer } from "./concepts/rarer.ts";
import { streetLife } from "./concepts/street-life.ts";

/** The words of Russian town life joined in concepts: everyday, regional, youthful, pensioners' and officialese. */
export const civicConcepts: readonly string[] = [
  utilities,
  housing,
  town,
  people,
  city,
  online,
  farther,
  moreWords,
  morePeople,
  care,
  leisure,
  papers,
  situations,
  moreSituations,
  kinds,
  lifeEvents,
  growingUp,
  streetLife,
  offices,
  rarer,
  voices,
  toldAtHome,
  everyday,
  broader,
  english,
  asking,
  compounds,
];

let compiled: Thesaurus | undefined;

/** The civic thesaurus, compiled once. */
export function civicThesaurus(): Thesaurus {
  return (compiled ??= compileThesaurus(civicConcepts));
}
