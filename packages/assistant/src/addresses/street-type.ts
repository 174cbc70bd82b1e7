/** Every way to write the type of a street, in all cases, and the type as the city's lists name it. */
const WRITTEN: Readonly<Record<string, string>> = {
  улица: "ул улица улицы улице улицу улицей улиц str street st",
  проспект:
    "просп проспект проспекта проспекте проспекту проспектом пр-т пр-кт пр-та пр-те прт пркт avenue ave",
  переулок: "пер переулок переулка переулке переулку переулком пер-к lane",
  бульвар: "б-р бр бул бульв бульвар бульвара бульваре бульвару бульваром б-ре б-ра boulevard blvd",
  проезд: "пр-д прд проезд проезда проезде проезду проездом drive passage",
  площадь: "пл площадь площади площадью площ square sq",
  набережная: "наб набережная набережной набережную наб-я embankment",
  шоссе: "ш шоссе highway hwy",
  микрорайон:
    "мкр мкрн мкр-н м-н мк-н мкрн микрорайон микрорайона микрорайоне микрорайону микрорайоном микр микраш microdistrict",
  тупик: "туп тупик тупика тупике тупику",
  аллея: "аллея аллеи аллее аллею ал alley",
  тракт: "тракт тракта тракте тракту",
  квартал: "кв-л квл квартал квартала квартале",
  посёлок: "пос посёлок поселок поселка поселке поселку посёлке",
  линия: "линия линии линию",
};

const typeByWord = new Map(
  Object.entries(WRITTEN).flatMap(([type, words]) => words.split(" ").map((word) => [word, type] as const)),
);

/** The type that a word names: улица of «ул», «улице», «street»; undefined when it names none. */
export function streetTypeOf(word: string): string | undefined {
  return typeByWord.get(word);
}

/** As notices write it: «ул.», «б-р». */
export const streetTypeShort: Readonly<Record<string, string>> = {
  улица: "ул.",
  проспект: "просп.",
  переулок: "пер.",
  бульвар: "б-р",
  проезд: "пр-д",
  площадь: "пл.",
  набережная: "наб.",
  шоссе: "ш.",
  микрорайон: "мкр.",
};
