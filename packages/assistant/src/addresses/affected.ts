import { houseNumber, normaliseHouse } from "./house.ts";
import { streetTypeOf } from "./street-type.ts";

/** Which houses of a street: one house exactly, or a range by leading number. */
export type HouseRule = { house: string } | { from: number; to: number; parity?: "even" | "odd" };

export interface AffectedStreet {
  /** As written: «Королёва», «1-я Луговая». */
  street: string;
  /** «улица», «бульвар» …; absent when the notice names none. */
  type?: string;
  houses: "all" | HouseRule[];
}

export interface Affected {
  streets: AffectedStreet[];
  /** The pieces of the notice that mean nothing here; show them before saving. */
  notUnderstood: string[];
}

/**
 * Reads which houses a notice speaks of: «ул. Королёва: 4, 6, 6к2; б-р Космонавтов: 1-11 (нечётные); пл. Победы: все».
 * A street and its houses may stand without the colon, as suppliers write them. A range takes houses by their leading
 * number, letters and fractions included; a single house is exactly that one.
 */
export function parseAffected(text: string): Affected {
  const affected: Affected = { streets: [], notUnderstood: [] };
  for (const piece of text
    .split(/[;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    const [place, houses] = placeAndHouses(piece);
    const street = streetOf(place);
    if (!street) {
      affected.notUnderstood.push(piece);
      continue;
    }
    const read = readHouses(houses);
    affected.notUnderstood.push(...read.notUnderstood.map((rest) => `${place}: ${rest}`));
    if (read.houses === "all" || read.houses.length > 0)
      affected.streets.push({ ...street, houses: read.houses });
    else if (read.notUnderstood.length === 0) affected.notUnderstood.push(piece);
  }
  return affected;
}

/** Whether a notice speaks of a house. */
export function isAffected(
  affected: Affected,
  address: { street: string; type?: string; house: string },
): boolean {
  return affected.streets.some(
    ({ street, type, houses }) =>
      folded(street) === folded(address.street) &&
      (type === undefined || address.type === undefined || type === address.type) &&
      (houses === "all" || houses.some((rule) => covers(rule, address.house))),
  );
}

function covers(rule: HouseRule, house: string): boolean {
  if ("house" in rule) return rule.house === (normaliseHouse(house) ?? house);
  const number = houseNumber(house);
  if (!(number >= rule.from && number <= rule.to)) return false;
  return rule.parity === undefined || (number % 2 === 0) === (rule.parity === "even");
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
}

const HOUSE_WORD = /^(?:д|дом|дома|все|(?:не)?ч[её]т\p{L}*|корп\p{L}*|стр\p{L}*|литер\p{L}*|сторон\p{L}*)$/iu;

function placeAndHouses(piece: string): [string, string] {
  const colon = piece.indexOf(":");
  if (colon >= 0) return [piece.slice(0, colon).trim(), piece.slice(colon + 1).trim()];
  for (const { index } of piece.matchAll(
    /(?<=\p{L}[\p{L}».,]*\s+)(?:д\.\s*|дома?\s+)?\d|(?<=\s)все(?!\p{L})/giu,
  )) {
    const houses = piece.slice(index);
    const words = houses.match(/\p{L}{3,}/gu) ?? [];
    if (words.every((word) => HOUSE_WORD.test(word)))
      return [piece.slice(0, index).replace(/[\s,]+$/, ""), houses];
  }
  return [piece, ""];
}

function streetOf(place: string): { street: string; type?: string } | undefined {
  const words = place.split(/\s+|(?<=\p{L}\.)(?=\p{L})/u).filter(Boolean);
  const typeOf = (word: string | undefined) =>
    word ? streetTypeOf(word.toLowerCase().replace(/[.,]+$/, "")) : undefined;
  const first = typeOf(words[0]);
  const last = typeOf(words.at(-1));
  const name = (first ? words.slice(1) : last ? words.slice(0, -1) : words).join(" ").replace(/[.,]+$/, "");
  if (!/\p{L}{2,}/u.test(name)) return undefined;
  const type = first ?? last;
  return { street: name, ...(type && { type }) };
}

const ALL = /^(?:все(?:\s+дома)?|полностью|вся\s+улица|целиком)$/u;
const RANGE = /^(?:с\s*)?(\d+)\s*(?:-|–|—|до|по)\s*(\d+)$/u;

function readHouses(text: string): { houses: "all" | HouseRule[]; notUnderstood: string[] } {
  const rules: HouseRule[] = [];
  const notUnderstood: string[] = [];
  const list = text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/^(?:дома?|д\.)\s*(?:№+\s*)?/u, "")
    .trim();
  if (ALL.test(list)) return { houses: "all", notUnderstood };
  if (list === "") return { houses: [], notUnderstood };
  for (const item of list
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)) {
    const parity = /чет/u.test(item) ? (/нечет/u.test(item) ? "odd" : "even") : undefined;
    const bare = item
      .replace(/\(?\s*(?:не)?чет[а-я]*(?:\s+(?:сторона|стороны))?\.?\s*\)?/u, "")
      .replace(/^№\s*/u, "")
      .trim();
    const range = RANGE.exec(bare);
    const house = range ? undefined : normaliseHouse(bare.replace(/(\d)\s*-\s*([а-я])/u, "$1$2"));
    if (range) rules.push({ from: Number(range[1]), to: Number(range[2]), ...(parity && { parity }) });
    else if (house && parity === undefined) rules.push({ house });
    else if (bare === "" && parity) rules.push({ from: 1, to: 9999, parity });
    else if (ALL.test(bare)) return { houses: "all", notUnderstood };
    else notUnderstood.push(item);
  }
  return { houses: rules, notUnderstood };
}
