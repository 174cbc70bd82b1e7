/** What was read of texts is kept until they have so many letters together. */
const MOST_LETTERS = 500_000;

/** A function of a text that remembers what it said of those it was asked of lately. */
export interface Remembering<Result> {
  (text: string): Result;
  forget(): void;
}

/** For what a turn of a talk asks more than once of the same words; `read` must always say the same of them. */
export function remembering<Result>(read: (text: string) => Result): Remembering<Result> {
  let known = new Map<string, Result>();
  /** Asked of before those; asked of again, they stay. */
  let before = known;
  let letters = 0;
  const forget = () => {
    known = new Map();
    before = known;
    letters = 0;
  };
  const keep = (text: string, result: Result) => {
    if (letters > MOST_LETTERS / 2) {
      before = known;
      known = new Map();
      letters = 0;
    }
    letters += text.length + 1;
    known.set(text, result);
    return result;
  };
  const remembered = (text: string): Result => {
    const lately = known.get(text);
    if (lately !== undefined || known.has(text)) return lately as Result;
    return keep(text, before.has(text) ? (before.get(text) as Result) : read(text));
  };
  return Object.assign(remembered, { forget });
}
