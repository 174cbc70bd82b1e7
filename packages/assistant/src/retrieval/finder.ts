import { commonEnglish, commonRussian } from "../language/common-words.ts";
import { languageOfLetters } from "../language/language-of.ts";
import { wordsOf } from "../language/normalise.ts";
import { type Remembering, remembering } from "../language/remembering.ts";
import { readingOf } from "../language/repair.ts";
import { stem } from "../language/stem.ts";
import { createForms, type Forms, mendedWord } from "../language/mender.ts";
import { civicConcepts, civicThesaurus } from "../thesaurus/civic.ts";
import { everydayForms, isEverydayWord } from "../thesaurus/ordinary.ts";
import { compileThesaurus, type Thesaurus } from "../thesaurus/compile.ts";
import type { Entry, Locale, RetrieverOptions } from "../types.ts";
import { analyseWords, type Analysis } from "./analysis.ts";
import type { ConceptRoles } from "./confidence.ts";
import { type Candidate, candidatesFor } from "./features.ts";
import { buildIndex, type KnowledgeIndex } from "./knowledge-index.ts";

export interface Found {
  index: KnowledgeIndex;
  question: Analysis;
  candidates: Candidate[];
  roles: ConceptRoles;
  repaired?: string;
  /** Of an English question: the articles that are written in Russian only, found by what they are about. */
  russianOnly?: { index: KnowledgeIndex; candidates: Candidate[] };
}

/** A question is told by its first words; more would only cost time. */
const MOST_WORDS = 150;
const MOST_MENDED = 30;

/** The inside of a retriever, before scores become an outcome. */
export function createFinder(entries: readonly Entry[], options: RetrieverOptions = {}) {
  const thesaurus = thesaurusOf(options);
  const named = (beginning: string) =>
    new Set(thesaurus.names.flatMap((name, number) => (name.startsWith(beginning) ? [number] : [])));
  const roles: ConceptRoles = { asking: named("ask-"), far: named("far-") };
  const locales: Record<Locale, KnowledgeIndex> = {
    ru: buildIndex(
      entries.filter(({ locale }) => locale === "ru"),
      thesaurus,
    ),
    en: buildIndex(
      entries.filter(({ locale }) => locale === "en"),
      thesaurus,
    ),
  };
  const translated = new Set(entries.filter(({ locale }) => locale === "en").map(slugOf));
  const onlyRussian = entries
    .filter(({ locale }) => locale === "ru")
    .map((it) => !translated.has(slugOf(it)));
  const someOnlyRussian = onlyRussian.includes(true);
  const known = {
    ru: knownStems(locales.ru, thesaurus),
    en: new Set([...locales.en.words.keys(), ...thesaurus.words.filter(isLatin)].map(stem)),
  };
  const forms: Record<Locale, Forms> = {
    ru: createForms(locales.ru.words),
    en: createForms(locales.en.words),
  };
  everydayForms();
  // What residents miswrite, they miswrite alike.
  const mended: Record<Locale, Remembering<string | undefined>> = {
    ru: remembering((word) => mendedWord(word, forms.ru, everydayForms())),
    en: remembering((word) => forms.en.words.nearest(word)?.word),
  };
  const knows = (word: string, locale: Locale) => known[locale].has(stem(word));

  return {
    find(text: string, locale?: Locale): Found {
      const reading = readingOf(text, {
        knows,
        spells: (word) => forms.ru.words.has(word) || isEverydayWord(word),
      });
      const language = locale ?? languageOfLetters(reading.text);
      const index = locales[language];
      let tried = 0;
      let isMended = false;
      const words = withoutRepeats(wordsOf(reading.text))
        .slice(0, MOST_WORDS)
        .map((word) => {
          if (tried >= MOST_MENDED || !mendable(word, language) || knows(word, language)) return word;
          tried++;
          const meant = mended[language](word);
          if (meant) isMended = true;
          return meant ?? word;
        });
      const question = analyseWords(words, thesaurus);
      const repaired = isMended ? words.join(" ") : reading.how ? reading.text : undefined;
      return {
        index,
        question,
        roles,
        candidates: candidatesFor(question, index, roles.asking),
        ...(repaired !== undefined && { repaired }),
        ...(language === "en" &&
          someOnlyRussian && {
            russianOnly: {
              index: locales.ru,
              candidates: candidatesFor(question, locales.ru, roles.asking).filter(
                ({ entry }) => onlyRussian[entry],
              ),
            },
          }),
      };
    },
  };
}

const isLatin = (word: string) => /^[a-z]+$/.test(word);

const slugOf = ({ id, slug = id }: Entry) => slug;

/** The words, each kept where it stands first and second: what is said again and again says no more. */
function withoutRepeats(words: readonly string[]): string[] {
  const times = new Map<string, number>();
  return words.filter((word) => {
    const said = (times.get(word) ?? 0) + 1;
    times.set(word, said);
    return said <= 2;
  });
}

function thesaurusOf({ concepts, synonyms = [] }: RetrieverOptions): Thesaurus {
  if (!concepts && synonyms.length === 0) return civicThesaurus();
  return compileThesaurus([
    ...(concepts ?? civicConcepts),
    ...synonyms.map((group, number) => `staff-${number}: ${group.map(signOf).join(", ")}`),
  ]);
}

/** A synonym as staff wrote it, without what the thesaurus's notation would read as marks. */
function signOf(synonym: string): string {
  return wordsOf(synonym).join(" ");
}

function mendable(word: string, locale: Locale): boolean {
  const common = locale === "ru" ? commonRussian : commonEnglish;
  return word.length >= 4 && /^\p{L}+$/u.test(word) && !common.has(word);
}

function knownStems(index: KnowledgeIndex, thesaurus: Thesaurus): Set<string> {
  return new Set([...index.words.keys(), ...thesaurus.words].map(stem));
}
