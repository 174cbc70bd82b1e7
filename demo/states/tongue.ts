export const TONGUES = ["ru", "en", "pseudo"] as const;
/** `pseudo` is English with every letter changed: what stays plain was never translated. */
export type Tongue = (typeof TONGUES)[number];
/** Says something in the tongue of the page. */
export type Say = (russian: string, english: string) => string;

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const STRANGE = "áƀçđéƒĝĥíĵķļɱñóþɋŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞɊŔŠŢÚṼŴẊÝŽ";
const OF_PLAIN = new Map([...PLAIN].map((letter, at) => [letter, [...STRANGE][at] ?? letter]));
/** Not words: what is filled in, tags, entities and addresses. */
const KEPT = /(\$\{[^}]*\}|<[^>]*>|&\w+;|\\u\w{4}|\\x\w{2}|\\.|\]\([^)]*\)|https?:\S+)/;
const GROWTH = 0.4;

/** Every letter changed, nothing else. */
export const strange = (text: string): string =>
  text
    .split(KEPT)
    .map((part, at) => (at % 2 ? part : part.replace(/[a-z]/gi, (letter) => OF_PLAIN.get(letter) ?? letter)))
    .join("");

/** Changed, and longer by two fifths, as translations can be. */
export const strangeAndLong = (text: string): string => {
  const letters = text.split(KEPT).filter((_, at) => at % 2 === 0);
  const more = Math.ceil(letters.join("").length * GROWTH);
  return strange(text) + " ôñè ţŵô".repeat(Math.ceil(more / 8)).slice(0, more);
};

export const sayIn =
  (tongue: Tongue): Say =>
  (russian, english) =>
    tongue === "ru" ? russian : tongue === "en" ? english : strange(english);

export const isTongue = (text: string | undefined): text is Tongue => TONGUES.some((it) => it === text);

/** A built file with texts, in the pseudo-language: its strings stand as `s0123456789abcdef: "…"`. */
export const pseudoTexts = (code: string): string =>
  code.replaceAll(
    /(\b[sh][0-9a-f]{16}:\s*[\w$]*)(["'`])((?:\\.|(?!\2)[^\\])*)\2/g,
    (_, name: string, quote: string, text: string) => name + quote + strangeAndLong(text) + quote,
  );
