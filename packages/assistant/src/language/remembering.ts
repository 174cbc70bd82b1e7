/** What was read of texts is kept until they have so many letters together. */
const MOST_LETTERS = 500_000;

/** A function of a text that remembers what it said of those it was asked of lately. */
export interface Remembering<Result> {
  (text: string): Result;
  forget(): void;
}

/** For what a turn of a talk asks more than once of the same words; `read` must always say the same of them. */
export function remembering<Result>(read: (text: string) => Result): Remembering<Result> {
  const known = new Map<string, Result>();
  let letters = 0;
  const forget = () => {
    known.clear();
    letters = 0;
  };
  const remembered = (text: string): Result => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Result;
    const result = read(text);
    if (letters > MOST_LETTERS) forget();
    letters += text.length + 1;
    known.set(text, result);
    return result;
  };
  return Object.assign(remembered, { forget });
}
