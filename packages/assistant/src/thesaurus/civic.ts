import { asking } from "./concepts/asking.ts";
import { city } from "./concepts/city.ts";
import { housing } from "./concepts/housing.ts";
import { online } from "./concepts/online.ts";
import { people } from "./concepts/people.ts";
import { town } from "./concepts/town.ts";
import { utilities } from "./concepts/utilities.ts";

/** The words of Russian town life joined in concepts: everyday, regional, youthful, pensioners' and officialese. */
export const civicConcepts: readonly string[] = [utilities, housing, town, people, city, online, asking];
