import { isOrdinary } from "../thesaurus/ordinary.ts";
import { remembering } from "../language/remembering.ts";
import { createVocabulary } from "../language/vocabulary.ts";
import type { AddressWord } from "./address-words.ts";
import type { StreetRow } from "./address-types.ts";
import { formsOf, type StreetForm } from "./street-forms.ts";

/** A stretch of the sentence that may name a street. */
export interface StreetMatch {
  street: StreetRow;
  form: StreetForm;
  /** Numbers of its first word and of the one after its last. */
  first: number;
  end: number;
  /** Letters mistaken. */
  typos: number;
  /** A type named inside the stretch: «1-я улица Луговая». */
  innerTypes: readonly string[];
}

export interface StreetIndex {
  matchesIn(words: readonly AddressWord[]): StreetMatch[];
}

export function createStreetIndex(streets: readonly StreetRow[]): StreetIndex {
  const byFirst = new Map<string, { street: StreetRow; form: StreetForm }[]>();
  const counts = new Map<string, number>();
  for (const street of streets) {
    const forms = formsOf(
      { official: street.name, spoken: listOf(street.commonNames), former: listOf(street.formerNames) },
      street.type,
    );
    for (const form of forms) {
      const key = form.words[0]!;
      byFirst.set(key, [...(byFirst.get(key) ?? []), { street, form }]);
      for (const word of form.words) counts.set(word, 1);
    }
  }
  const vocabulary = createVocabulary(counts);
  const nearTo = remembering((word) => vocabulary.near(word, mostMistaken(word)));

  /** Name words that a written word may stand for, with the letters mistaken. */
  function meantBy(word: AddressWord, number: number, words: readonly AddressWord[]): Map<string, number> {
    const meant = new Map<string, number>();
    for (const reading of word.readings) if (counts.has(reading)) meant.set(reading, 0);
    if (meant.size > 0) return meant;
    for (const reading of word.readings) {
      const besideType = [-3, -2, -1, 1, 2].some((away) => (words[number + away]?.types.length ?? 0) > 0);
      if (!besideType && isOrdinary(reading)) continue;
      for (const { word: near, distance } of nearTo(reading)) {
        if (distance < (meant.get(near) ?? Number.POSITIVE_INFINITY)) meant.set(near, distance);
      }
    }
    return meant;
  }

  return {
    matchesIn(words) {
      const meant = words.map(meantBy);
      const matches: StreetMatch[] = [];
      for (let first = 0; first < words.length; first++) {
        for (const [key, mistaken] of meant[first]!) {
          for (const { street, form } of byFirst.get(key) ?? []) {
            const rest = restOf(form, first, words, meant);
            if (rest)
              matches.push({
                street,
                form,
                first,
                end: rest.end,
                typos: mistaken + rest.typos,
                innerTypes: rest.types,
              });
          }
        }
      }
      return matches;
    },
  };
}

function mostMistaken(word: string): number {
  if (word.length <= 6) return word.length <= 4 ? 1 : 1.2;
  return word.length <= 9 ? 1.7 : 2.2;
}

function restOf(
  form: StreetForm,
  first: number,
  words: readonly AddressWord[],
  meant: readonly ReadonlyMap<string, number>[],
) {
  let at = first + 1;
  let typos = 0;
  let types: readonly string[] = [];
  for (const part of form.words.slice(1)) {
    const between = words[at];
    if (between && between.types.length > 0 && !meant[at]!.has(part)) {
      types = between.types;
      at++;
    }
    const mistaken = meant[at]?.get(part);
    if (mistaken === undefined) return undefined;
    typos += mistaken;
    at++;
  }
  return { end: at, typos, types };
}

/** Lists come as arrays, or as one text with `;` between, as in a CSV row. */
export function listOf(names: readonly string[] | string | undefined): readonly string[] {
  if (typeof names === "string")
    return names
      .split(";")
      .map((name) => name.trim())
      .filter(Boolean);
  return names ?? [];
}
