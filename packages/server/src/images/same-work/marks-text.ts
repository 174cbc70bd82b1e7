import { CODE_WORDS } from "./describe.ts";
import type { Mark } from "./marks.ts";

const CODE_BYTES = CODE_WORDS * 4;
const BYTES = 2 + 2 + 2 + 2 + CODE_BYTES;
const PARTS = 65_535;
const WHOLE_TURN = 2 * Math.PI;

/** Marks as they are stored: 40 bytes each, base64. */
export function marksToText(marks: readonly Mark[]): string {
  const bytes = Buffer.alloc(marks.length * BYTES);
  for (const [at, { x, y, size, turn, code }] of marks.entries()) {
    const from = at * BYTES;
    for (const [place, part] of [x, y, size, (turn / WHOLE_TURN + 2) % 1].entries())
      bytes.writeUInt16LE(Math.round(Math.min(part, 1) * PARTS), from + 2 * place);
    for (const [place, word] of code.entries()) bytes.writeUInt32LE(word, from + 8 + 4 * place);
  }
  return bytes.toString("base64");
}

export function marksFromText(text: string): Mark[] {
  const bytes = Buffer.from(text, "base64");
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, at) => {
    const from = at * BYTES;
    const part = (place: number) => bytes.readUInt16LE(from + 2 * place) / PARTS;
    return {
      x: part(0),
      y: part(1),
      size: part(2),
      turn: part(3) * WHOLE_TURN,
      code: Uint32Array.from({ length: CODE_WORDS }, (_word, place) =>
        bytes.readUInt32LE(from + 8 + 4 * place),
      ),
    };
  });
}

/** Of a code's words so many are looked at first, of so many of a picture's marks, the strongest. */
export const GLANCE_WORDS = 3;
const GLANCED_AT = 160;

/** What is looked at first, of stored marks: `GLANCE_WORDS` words of each code. */
export function glancesOf(text: string): Int32Array {
  const bytes = Buffer.from(text, "base64");
  const count = Math.min(GLANCED_AT, Math.floor(bytes.length / BYTES));
  return Int32Array.from({ length: count * GLANCE_WORDS }, (_, at) =>
    bytes.readInt32LE(Math.floor(at / GLANCE_WORDS) * BYTES + 8 + 4 * (at % GLANCE_WORDS)),
  );
}

export const glancesToText = (glances: Int32Array): string =>
  Buffer.from(glances.buffer, glances.byteOffset, glances.byteLength).toString("base64");

export function glancesFromText(text: string): Int32Array {
  const bytes = Buffer.from(text, "base64");
  return Int32Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readInt32LE(4 * at));
}
