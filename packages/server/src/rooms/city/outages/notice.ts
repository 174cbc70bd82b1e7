import { type Affected, isAffected, parseAffected, streetTypeOf, streetTypeShort } from "@veche/assistant";
import type { NoticeReading, OutageResource, ReadPlace } from "@veche/protocol";
import type { CitySnapshot, StreetRecord } from "../records.ts";
import { readTimes } from "./notice-times.ts";

const RESOURCES: readonly (readonly [OutageResource, RegExp])[] = [
  ["hot_water", /горяч\p{L}*\s+вод|(?<!\p{L})гвс|горяч\p{L}*\s+водоснаб/iu],
  ["heating", /отоплен|теплоснаб|теплоносител|батаре/iu],
  ["cold_water", /холодн\p{L}*\s+вод|хвс|водоснаб|водопровод|водовод|подач\p{L}*\s+вод/iu],
  ["gas", /газоснаб|газопровод|подач\p{L}*\s+газ|\sгаза?[\s.,]/iu],
  [
    "power",
    /электр|обесточ|без\s+света|\d\s*кв(?!\p{L}|-)|(?<!\p{L})тп-?\d|(?<!\p{L})лэп|в\s+сети\s+\d+\s*в/iu,
  ],
];
const EMERGENCY = /авари|порыв|прорыв|поврежден|повреждён|внепланов|экстренн/iu;
const REASON =
  /(?:причина(?:\s+отключения)?\s*[:—–-]\s*|в\s+связи\s+с\s+|из-за\s+|по\s+причине\s+|ввиду\s+|для\s+(?=провед|выполн|ремонт|замен|устранен|подключ))([^.;\n]{3,200})/iu;
const TYPE_WORD =
  "ул(?:ица|ице|ицам|ицы)?|просп(?:ект)?|пр-т|пр-кт|пер(?:еулок)?|б-р|бул(?:ьвар)?|пр-д|проезд|пл(?:ощадь)?|наб(?:ережная)?|ш(?:оссе)?|мкр(?:н|-н|орайон)?|туп(?:ик)?|аллея|тракт|кв-л";
const NEXT_STREET = new RegExp(`(?<=[,;.\\s\\d)])\\s*(?=(?:${TYPE_WORD})(?:\\.|\\s)\\s*[\\p{L}\\d])`, "giu");
const LEAD = /^.*?(?:по\s+(?:следующим\s+)?адрес\p{L}*|по\s+улицам|адрес\p{L}*)\s*:?\s*/iu;
const PLACES_APART = /(?<!\p{L})(?:снт|тсн|гск|ст|днт|пгт|с\.|пос\.|дер\.)\s+[«"\p{L}]/iu;

export interface NoticeCity extends Pick<
  CitySnapshot,
  "streets" | "buildings" | "outages" | "hotlines" | "book"
> {
  readonly organisations: CitySnapshot["organisations"];
}

/** Reads a supplier's notice against the city's own lists. */
export function readNotice(text: string, city: NoticeCity, today: string, timeZone: string): NoticeReading {
  const resource = RESOURCES.find(([, words]) => words.test(text))?.[0];
  const { periods, assumedHours } = readTimes(text, today, timeZone);
  const { places, notUnderstood } = placesIn(text, city);
  const responsible = responsibleIn(text, resource, city);
  return {
    ...(resource && { resource }),
    kind: EMERGENCY.test(text) ? "emergency" : "planned",
    periods: periods.map((period) => ({ ...period })),
    assumedHours,
    reason: (REASON.exec(text)?.[1] ?? "").trim().replace(/\s+/g, " "),
    ...(responsible && { responsible }),
    places,
    notUnderstood,
  };
}

function placesIn(text: string, city: NoticeCity): { places: ReadPlace[]; notUnderstood: string[] } {
  const places: ReadPlace[] = [];
  const notUnderstood: string[] = [];
  for (const line of text
    .split(/[\n;]+/)
    .map((part) => part.trim())
    .filter(Boolean)) {
    for (const piece of pieces(line)) {
      const place = placeOf(piece, city);
      if (place) places.push(place);
      else if (PLACES_APART.test(piece) || hasTypeWord(piece)) notUnderstood.push(piece);
    }
  }
  return { places, notUnderstood };
}

/** Dates and times are no houses. */
const WHEN = /(?:\s(?:с|до|по))?\s+(?:\d{1,2}\.\d{2}\.\d{2,4}(?:\s*г\.?)?|\d{1,2}:\d{2})(?![\d.])/giu;

/** A line cut before each street that it names. */
const pieces = (line: string): string[] =>
  line
    .replace(WHEN, " ")
    .replace(/\s(?:в\s+связи\s+с|из-за|по\s+причине|ввиду)\s.*$/iu, "")
    .replace(LEAD, (lead) => (hasTypeWord(lead.replace(/по\s+улицам/iu, "")) ? lead : ""))
    .replace(NEXT_STREET, "\n")
    .split("\n")
    .map((piece) => piece.trim().replace(/[.,\s]+$/, ""))
    .filter(Boolean);

const hasTypeWord = (piece: string) =>
  piece
    .split(/[\s,:]+|(?<=\p{L}\.)(?=\p{L})/u)
    .some(
      (word) => /\p{L}/u.test(word) && streetTypeOf(word.toLowerCase().replace(/[.,]+$/, "")) !== undefined,
    );

function placeOf(piece: string, city: NoticeCity): ReadPlace | undefined {
  const { streets, notUnderstood } = parseAffected(piece);
  const [read] = streets;
  const named = read ?? streetAlone(piece);
  if (!named) return undefined;
  const known = knownStreets(named.street, named.type, city.streets);
  if (!read?.type && known.length === 0) return undefined;
  const houses = housesWords(piece, read);
  const [street] = known;
  const certain = known.length === 1 ? street : undefined;
  const guesses = known.length > 0 ? known : guessesFor(piece, city);
  return {
    written: piece,
    ...(certain && { street: certain.name, type: certain.type }),
    houses,
    buildings: certain ? touched(certain, houses, city) : 0,
    choices: certain ? [] : guesses.map(({ name, type, district }) => ({ street: name, type, district })),
    notUnderstood: [...notUnderstood],
  };
}

/** A street with its type and no houses means all of it. */
function streetAlone(piece: string): Affected["streets"][number] | undefined {
  return parseAffected(`${piece}: все`).streets.find(({ type }) => type !== undefined);
}

function knownStreets(
  name: string,
  type: string | undefined,
  streets: readonly StreetRecord[],
): StreetRecord[] {
  const wanted = folded(name);
  const called = (street: StreetRecord) =>
    [street.name, ...street.formerNames, ...street.commonNames].map(folded);
  const named = streets.filter((street) => called(street).includes(wanted));
  const typed = named.filter((street) => type === undefined || street.type === type);
  return typed.length > 0 || type !== undefined ? typed : named;
}

function guessesFor(piece: string, { book }: NoticeCity) {
  const { street, alternatives } = book.find(piece);
  return street ? [street, ...alternatives] : alternatives;
}

/** The houses as the city's lists write them: «2, 34-56 (чётные)», or «все». */
function housesWords(piece: string, read: Affected["streets"][number] | undefined): string {
  if (!read || read.houses === "all") return "все";
  return read.houses
    .map((rule) => {
      if ("house" in rule) return rule.house;
      const parity = rule.parity && (rule.parity === "even" ? " (чётные)" : " (нечётные)");
      return `${rule.from}-${rule.to}${parity ?? ""}`;
    })
    .join(", ");
}

function touched(street: StreetRecord, houses: string, { buildings }: NoticeCity): number {
  const affected = parseAffected(`${streetTypeShort[street.type] ?? street.type} ${street.name}: ${houses}`);
  return buildings.filter(
    (building) =>
      building.street === street.name &&
      building.type === street.type &&
      isAffected(affected, { street: building.street, type: building.type, house: building.house }),
  ).length;
}

/** Who signed it, else who answered for the last outages of that kind. */
function responsibleIn(
  text: string,
  resource: OutageResource | undefined,
  city: NoticeCity,
): string | undefined {
  const words = folded(text);
  const signed = [...city.hotlines, ...city.organisations].find(({ name }) => {
    const bare = folded(name).replace(/[«»„“"]/g, "");
    return bare.length > 4 && words.includes(bare);
  });
  if (signed || !resource) return signed?.slug;
  return city.outages.findLast((outage) => outage.resource === resource)?.responsible;
}

const folded = (name: string) => name.toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ").trim();
