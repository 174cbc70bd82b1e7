/**
 * Which of a question's words each term stands for. Most terms of a knowledge base stand for none, which must cost
 * next to nothing to see: so they are marked in an array, shared by all questions, for one is ranked at a time.
 */
export interface TermWords {
  /** The words of a term; undefined for none. */
  of(term: number): readonly number[] | undefined;
}

/** @returns what reads a question's terms, a word in a row with each, −1 for none; the one before is forgotten */
export function createTermWords() {
  let marks = new Uint16Array(1024);
  let marked: number[] = [];
  let words: number[][] = [];

  return (terms: readonly number[]): TermWords => {
    for (const term of marked) marks[term] = 0;
    marked = [];
    words = [];
    for (const [word, term] of terms.entries()) {
      if (term < 0) continue;
      if (term >= marks.length) marks = grown(marks, term);
      if (marks[term] === 0) {
        marked.push(term);
        words.push([]);
        marks[term] = words.length;
      }
      words[marks[term]! - 1]!.push(word);
    }
    return {
      of(term) {
        const mark = marks[term];
        return mark ? words[mark - 1] : undefined;
      },
    };
  };
}

function grown(marks: Uint16Array, term: number): Uint16Array<ArrayBuffer> {
  const more = new Uint16Array(Math.max(2 * marks.length, term + 1));
  more.set(marks);
  return more;
}
