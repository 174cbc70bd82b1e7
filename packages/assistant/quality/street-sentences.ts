/** Streets as residents name them in a sentence: in an oblique case, with one typo, with and without a house. */
export interface StreetSentence {
  text: string;
  name: string;
  type: string;
  house?: string;
}

const LOCATIVE: Readonly<Record<string, string>> = {
  улица: "улице",
  проспект: "проспекте",
  переулок: "переулке",
  бульвар: "бульваре",
  проезд: "проезде",
  площадь: "площади",
  набережная: "набережной",
  шоссе: "шоссе",
  микрорайон: "микрорайоне",
};

const TEMPLATES: readonly ((street: string, house: string) => string)[] = [
  (street) => `Прорвало трубу на ${street}, кому звонить?`,
  (street, house) => `на ${street} ${house} нет горячей воды с утра`,
  (street, house) => `подскажите пожалуйста, когда включат свет на ${street}, дом ${house}`,
  (street) => `вчера шла по ${street} и упала, всё во льду`,
  (street, house) => `мы живём на ${street}, ${house}, какая у нас управляющая`,
];

const NEIGHBOURS = "йцукенгшщзхъфывапролджэячсмитьбю";

/** Deterministic numbers from a seed, 0 ≤ n < 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export function withTypo(word: string, random: () => number): string {
  if (word.length < 5) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at]!;
  const near = NEIGHBOURS[(NEIGHBOURS.indexOf(letter.toLowerCase()) + 1) % NEIGHBOURS.length]!;
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + (word[at + 1] ?? "") + letter + word.slice(at + 2),
    word.slice(0, at) + near + word.slice(at + 1),
  ];
  return kinds[Math.floor(random() * kinds.length)]!;
}

export function streetSentences(
  buildings: readonly { street: string; type: string; house: string }[],
  { seed = 1, typos = true }: { seed?: number; typos?: boolean } = {},
): StreetSentence[] {
  const random = numbersFrom(seed);
  return buildings.map(({ street, type, house }, number) => {
    const name = locative(street, type);
    const words = name.split(" ");
    const longest = words.reduce((best, word, at) => (word.length > words[best]!.length ? at : best), 0);
    if (typos) words[longest] = withTypo(words[longest]!, random);
    const spoken = random() < 0.3 ? words.join(" ").toLowerCase() : words.join(" ");
    const placed = adjective(street) ? `${spoken} ${LOCATIVE[type]}` : `${LOCATIVE[type]} ${spoken}`;
    const template = TEMPLATES[number % TEMPLATES.length]!;
    const text = template(placed, house);
    return {
      text,
      name: street,
      type,
      ...(text.includes(house) && number % TEMPLATES.length !== 0 && { house }),
    };
  });
}

function adjective(name: string): boolean {
  return /(?:ая|ый|ий|ой|ое)$/u.test(name) && !/Терешковой|Космодемьянской|Светлой/u.test(name);
}

function locative(name: string, type: string): string {
  if (!adjective(name)) return name;
  const masculine = !["улица", "площадь", "набережная"].includes(type);
  return name
    .split(" ")
    .map((word) => (masculine ? word.replace(/(?:ый|ой|ий|ое)$/u, "ом") : word.replace(/ая$/u, "ой")))
    .join(" ");
}
