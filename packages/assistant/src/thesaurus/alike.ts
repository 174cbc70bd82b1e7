/** Parts of speech that an ending may belong to. */
const NOUN = 1;
const VERB = 2;
const ADJECTIVE = 4;
const ANY = NOUN | VERB | ADJECTIVE;

const ENDINGS: readonly (readonly [part: number, endings: string])[] = [
  [
    NOUN,
    "а я о е и ы у ю ь ом ем ой ей ою ею ью ам ям ами ями ах ях ов ев ия ии ию ие ием иям иями иях ий ье ья ью й",
  ],
  [
    VERB,
    `ть ти чь л ла ло ли ет ит ут ют ат ят у ю ь и й ешь ишь ете ите ем им ал ала али ало ил ила или ило ел ела ели ело ыл ыла ыли
    ать ять ить еть ыть уть ает яет ают яют аю яю аем яем нул нула нули нет нут ивает ывает ивать ывать ивают ывают уй уйте йте ив ав`,
  ],
  [ADJECTIVE, "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ых их ую юю ыми ими ом ем о а ы и ей ою"],
];

const partOf = new Map<string, number>([["", NOUN | ADJECTIVE]]);
for (const [part, endings] of ENDINGS)
  for (const ending of endings.split(/\s+/)) partOf.set(ending, (partOf.get(ending) ?? 0) | part);

function partsOfSpeech(word: string, stem: string): number {
  if (!word.startsWith(stem)) return ANY;
  const ending = word.slice(stem.length);
  if (/с[яь]$/.test(ending)) return VERB;
  return partOf.get(ending) ?? ANY;
}

/** Whether two words of one short stem may be forms of one word: «сад» and «сада», but not «садится». */
export function mayBeForms(one: string, other: string, stem: string): boolean {
  return one === other || (partsOfSpeech(one, stem) & partsOfSpeech(other, stem)) !== 0;
}
