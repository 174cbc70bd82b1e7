import { remembering } from "../language/remembering.ts";
import { isOrdinary } from "../thesaurus/ordinary.ts";
import type { AddressBook, BuildingRow, FoundAddress, FoundStreet, StreetRow } from "./address-types.ts";
import { addressWords, type AddressWord, relaid } from "./address-words.ts";
import { normaliseHouse } from "./house.ts";
import { houseNear } from "./house-in-text.ts";
import { createStreetIndex, type StreetMatch } from "./street-index.ts";

const DEFAULT_TYPE = "улица";
const SAME = 0.12;
/** An address stands in the first sentences of a message. */
const MOST_LETTERS = 1500;
const KNOWN = 0.1;
const LESS_USUAL = 0.04;

interface Reading {
  match: StreetMatch;
  house?: string;
  houseKnown: boolean;
  /** Whether the sentence names this type beside the name. */
  typed: boolean;
  score: number;
  span: [number, number];
}

/**
 * Finds the address that a sentence speaks of: the street in any case, with typos, by former and spoken names, and the
 * house in any spelling. A name without its type means the улица of that name, unless only another street has that
 * house; where that leaves several, `street` is absent and `alternatives` are to be asked about.
 */
export function createAddressBook(city: {
  streets: readonly StreetRow[];
  buildings: readonly BuildingRow[];
}): AddressBook {
  const index = createStreetIndex(city.streets);
  const houses = new Set(
    city.buildings.map(({ street, type, house }) => keyOf(street, type, normaliseHouse(house) ?? house)),
  );

  function readingsIn(text: string): Reading[] {
    const words = addressWords(text);
    const latin = /[a-z]/i.test(text);
    return index.matchesIn(words).flatMap((match) => readingOf(match, words, text, latin) ?? []);
  }

  function readingOf(
    match: StreetMatch,
    words: readonly AddressWord[],
    text: string,
    latin: boolean,
  ): Reading | undefined {
    const { street, form, first, end, typos, innerTypes } = match;
    const before = words[first - 1];
    const after = words[end];
    const beside = [
      before?.types ?? [],
      innerTypes,
      closeBy(words[end - 1], after, text) ? (after?.types ?? []) : [],
    ];
    const named = beside.flat();
    const typed = named.includes(street.type);
    const from = words[typed && before?.types.includes(street.type) ? first - 1 : first]!.from;
    const to = words[typed && after?.types.includes(street.type) ? end : end - 1]!.to;
    const written = houseNear(text, from, to, latin);
    const known = written?.readings.find(({ house }) => houses.has(keyOf(street.name, street.type, house)));
    const house = known ?? written?.readings[0];
    const preposition = before !== undefined && PREPOSITIONS.has(before.readings[0] ?? "");
    const bent = preposition && !form.nominative;
    const ordinary = form.words.length === 1 && (form.words[0]!.length < 4 || isOrdinary(form.words[0]!));
    const adjective = form.words.length === 1 && /(?:ая|ой|ую|ый|ий|ом)$/u.test(form.words[0]!);
    const plain = ordinary || adjective;
    const placed =
      (WITHIN.has(street.type) ? INTO : ONTO).has(before?.readings[0] ?? "") &&
      !form.words[0]!.endsWith("ую");
    const capital = words[first]!.capital && first > 0;
    const sure =
      typed ||
      house !== undefined ||
      (form.words.length > 1 && typos < 1) ||
      (preposition && (!plain || (placed && (capital || (bent && form.cost === 0))))) ||
      (!plain && typos === 0 && (capital || form.cost === 0));
    if (!sure || (plain && !typed && !known && form.cost > 0)) return undefined;

    const letters = form.words.join("").length;
    const score =
      1 +
      0.2 * (form.words.length - 1) +
      0.01 * letters -
      0.25 * typos -
      form.cost +
      (typed ? 0.5 : named.length > 0 ? -0.7 : 0) +
      (house ? 0.4 : 0) +
      (known ? KNOWN : 0) +
      (preposition === bent ? 0.08 : 0);
    return {
      match,
      ...(house && { house: house.house }),
      houseKnown: known !== undefined,
      typed,
      score,
      span: house ? [Math.min(from, house.from), Math.max(to, house.to)] : [from, to],
    };
  }

  return {
    find: remembering((text): FoundAddress => {
      let readings = readingsIn(text.slice(0, MOST_LETTERS));
      if (readings.length === 0 && /[a-z]/i.test(text) && !/[а-яё]/i.test(text))
        readings = readingsIn(relaid(text.slice(0, MOST_LETTERS)));
      const best = readings.reduce<Reading | undefined>(
        (top, reading) => (top && top.score >= reading.score ? top : reading),
        undefined,
      );
      if (!best) return { alternatives: [] };
      const rivals = rivalsOf(best, readings);
      const chosen = choose(rivals);
      const others = rivals.filter((rival) => rival !== chosen).map(({ match }) => found(match.street));
      const reading = chosen ?? best;
      return {
        ...(chosen && { street: found(chosen.match.street) }),
        ...(reading.house && {
          house: reading.house,
          houseKnown: rivals.some(({ houseKnown }) => houseKnown),
        }),
        alternatives: others,
        span: reading.span,
      };
    }),
  };
}

const PREPOSITIONS = new Set(
  "на по в во с со у около возле рядом до от к из за при через at on in near".split(" "),
);
const ONTO = new Set("на по с у около возле вдоль до от".split(" "));
const INTO = new Set("в во из до от".split(" "));
/** One lives in these, and on streets. */
const WITHIN = new Set(["микрорайон", "посёлок", "квартал"]);

function closeBy(last: AddressWord | undefined, next: AddressWord | undefined, text: string): boolean {
  return last !== undefined && next !== undefined && /^\.?\s{0,2}$/.test(text.slice(last.to, next.from));
}

/** The best reading of each other street that the same words may name as well. */
function rivalsOf(best: Reading, readings: readonly Reading[]): Reading[] {
  const byStreet = new Map<StreetRow, Reading>([[best.match.street, best]]);
  for (const reading of readings) {
    const overlaps = reading.match.first < best.match.end && best.match.first < reading.match.end;
    const worse = best.score - reading.score - (best.houseKnown && !reading.houseKnown ? KNOWN : 0);
    const within = reading.match.end - reading.match.first < best.match.end - best.match.first;
    if (!overlaps || within || worse > SAME || reading.match.form.cost - best.match.form.cost > LESS_USUAL)
      continue;
    const kept = byStreet.get(reading.match.street);
    if (!kept || kept.score < reading.score) byStreet.set(reading.match.street, reading);
  }
  return [...byStreet.values()].sort((a, b) => b.score - a.score);
}

function choose(rivals: readonly Reading[]): Reading | undefined {
  if (rivals.length <= 1) return rivals[0];
  const withHouse = rivals.filter(({ houseKnown }) => houseKnown);
  if (withHouse.length === 1) return withHouse[0];
  const left = withHouse.length > 1 ? withHouse : rivals;
  const streets = left.filter(({ match }) => match.street.type === DEFAULT_TYPE);
  return streets.length === 1 ? streets[0] : undefined;
}

function keyOf(street: string, type: string, house: string): string {
  return `${street}|${type}|${house}`;
}

function found({ name, type, district = "" }: StreetRow): FoundStreet {
  return { name, type, district };
}
