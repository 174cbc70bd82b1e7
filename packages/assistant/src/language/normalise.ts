/** What folding could change: anything but small letters, figures, and signs that are kept, one space between. */
const UNFOLDED = /[^ !#-&(-@[-_a-z{-~а-я]|^ | $| {2}/;

/** Folds what residents write differently but mean the same: case, ё, dashes, quotes, invisible characters. */
export function normalise(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/\u0301|[\u00ad\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[«»„“”"‘’`]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of a text, normalised: runs of letters or of digits. */
export function wordsOf(text: string): string[] {
  return normalise(text).match(/\p{L}+|\d+/gu) ?? [];
}
