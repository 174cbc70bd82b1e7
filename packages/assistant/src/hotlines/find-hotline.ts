import { listOf } from "../addresses/street-index.ts";
import { everydayWord, layoutReading } from "../language/everyday-reading.ts";
import { remembering } from "../language/remembering.ts";
import { stem } from "../language/stem.ts";
import { analyse, type Analysis } from "../retrieval/analysis.ts";
import { civicThesaurus } from "../thesaurus/civic.ts";
import { isContactWord, isGenericWord, namesContact } from "./contact-words.ts";

/** A directory entry as the matcher reads it. */
export interface HotlineRow {
  slug: string;
  name: string;
  nameEn?: string;
  topics?: readonly string[] | string;
  about?: string;
  address?: string;
}

export interface FoundHotline {
  slug: string;
  /** 0..1: how sure it is that the question names this office, and nothing but the office. */
  confidence: number;
}

interface Office {
  slug: string;
  name: Signs;
  tasks: Signs;
}

interface Signs {
  stems: ReadonlySet<string>;
  prefixes: ReadonlySet<string>;
  /** All words in one line. */
  words: string;
  concepts: ReadonlyMap<number, number>;
}

interface Directory {
  offices: readonly Office[];
  /** How telling a stem or a concept is: rare ones tell offices apart. */
  rarity: (key: string | number) => number;
  /** Whether a word stands in the directory, also inside another: «электросеть» in «Горэлектросеть». */
  knows: (word: string) => boolean;
}

const built = new WeakMap<readonly HotlineRow[], (text: string) => FoundHotline | undefined>();
const TIE = 0.15;
/** From here a word itself stands in the entry, not one of like meaning. */
const LITERAL = 0.84;
const CONTACT_CENTRE = /контакт[\s-]?центр/iu;
const VISITING_HOURS = /при[её]мн\p{L}*\s+(?:дн|день|час|врем)\p{L}*/giu;

/** The office that a question means, by its name or by what it does; undefined when it speaks of none. */
export function findHotline(text: string, hotlines: readonly HotlineRow[]): FoundHotline | undefined {
  let find = built.get(hotlines);
  if (!find) {
    const directory = read(hotlines);
    built.set(hotlines, (find = remembering((asked) => officeIn(asked, directory))));
  }
  return find(text);
}

function officeIn(text: string, { rarity, offices, knows }: Directory): FoundHotline | undefined {
  const namesCentre = CONTACT_CENTRE.test(text);
  const words = layoutReading(text.replace(VISITING_HOURS, " "))
    .filter((word) => !isContactWord(word) || (namesCentre && word === "контакт"))
    .map((word) => (knows(word) ? word : everydayWord(word)));
  const question = analyse(words.join(" "), civicThesaurus());
  const strict = namesContact(text);
  const asked = askedIn(question, rarity);
  let best:
    | { slug: string; rank: number; confidence: number; covered: number; specific: boolean; literal: boolean }
    | undefined;
  let second = 0;
  for (const { slug, name, tasks } of offices) {
    let said = 0;
    let inName = 0;
    let inOffice = 0;
    let specific = false;
    let literal = false;
    for (const word of asked) {
      const { weight, isGeneric } = word;
      const byName = match(word, name);
      const byTask = 0.75 * match(word, tasks);
      // «Отдел», «служба»: said of any office, and held against none.
      if (byName > 0 || byTask > 0 || !isGeneric) said += weight;
      specific ||= (byName > 0 || byTask > 0) && !isGeneric;
      literal ||= Math.max(byName, byTask / 0.75) >= LITERAL && !isGeneric;
      inName += weight * byName;
      inOffice += weight * Math.max(byName, byTask);
    }
    if (inOffice === 0) continue;
    const covered = inOffice / said;
    const rank = inOffice + TIE * inName;
    const confidence = Math.min(1, covered * (0.6 + 0.5 * (inName / said)));
    second = Math.max(second, Math.min(rank, best?.rank ?? 0));
    if (!best || rank > best.rank) best = { slug, rank, confidence, covered, specific, literal };
  }
  if (!best) return undefined;
  const alone = 1 - second / best.rank;
  const boost = (strict ? 0.6 : 0.1) * alone * Math.sqrt(best.covered);
  return {
    slug: best.slug,
    confidence: Math.min(
      1,
      best.confidence * (best.specific ? 1 : 0.4) + boost * (best.specific ? (best.literal ? 1 : 0.6) : 0),
    ),
  };
}

/** A word of the question with all that no office changes. */
interface AskedWord {
  stem: string;
  prefix: string;
  weight: number;
  isGeneric: boolean;
  concepts: readonly { concept: number; strength: number }[];
}

function askedIn(question: Analysis, rarity: Directory["rarity"]): AskedWord[] {
  return question.stems.map((stemmed, at) => {
    const concepts = question.concepts.filter(({ positions }) => positions.includes(at));
    const isGeneric = isGenericWord(question.words[at]!);
    const telling = Math.min(rarity(stemmed), ...concepts.map(({ concept }) => rarity(concept)));
    return {
      stem: stemmed,
      prefix: question.prefixes[at]!,
      weight: question.weights[at]! * ((isGeneric ? 0.15 : 1) * telling),
      isGeneric,
      concepts,
    };
  });
}

function match({ stem: stemmed, prefix, concepts }: AskedWord, signs: Signs): number {
  if (signs.stems.has(stemmed)) return 1;
  let best = prefix.length >= 5 && signs.prefixes.has(prefix) ? 0.85 : 0;
  if (stemmed.length >= 6 && signs.words.includes(stemmed)) best = 0.9;
  for (const { concept, strength } of concepts)
    best = Math.max(best, 0.8 * strength * (signs.concepts.get(concept) ?? 0));
  return best;
}

function read(hotlines: readonly HotlineRow[]): Directory {
  const offices = hotlines.map(({ slug, name, nameEn = "", about = "", topics, address = "" }) => ({
    slug,
    name: signsOf(`${name} ${nameEn}`),
    tasks: signsOf(`${about} ${listOf(topics).join(" ")} ${address}`),
  }));
  const holders = new Map<string | number, number>();
  for (const { name, tasks } of offices) {
    for (const key of new Set([
      ...name.stems,
      ...tasks.stems,
      ...name.concepts.keys(),
      ...tasks.concepts.keys(),
    ])) {
      holders.set(key, (holders.get(key) ?? 0) + 1);
    }
  }
  const written = offices.map(({ name, tasks }) => `${name.words} ${tasks.words}`);
  return {
    offices,
    rarity: (key) => Math.log(1 + offices.length / (holders.get(key) ?? 1)),
    knows: (word) =>
      holders.has(stem(word)) || (word.length >= 6 && written.some((words) => words.includes(stem(word)))),
  };
}

function signsOf(text: string): Signs {
  const { words, stems, prefixes, concepts } = analyse(text, civicThesaurus());
  return {
    stems: new Set(stems),
    prefixes: new Set(prefixes),
    words: words.join(" "),
    concepts: new Map(concepts.map(({ concept, strength }) => [concept, strength])),
  };
}
