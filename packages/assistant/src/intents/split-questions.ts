/** The questions of a message, each by itself; one piece when it asks one thing. */
export function splitQuestions(text: string): string[] {
  const pieces = text
    .split(/(?<=\?)\s+/u)
    .map((piece) => piece.trim())
    .filter(Boolean);
  return pieces.length > 1 && pieces.every((piece) => piece.endsWith("?")) ? pieces : [text.trim()];
}
