import type { Size } from "./rules.ts";

const BRANDS = new Set(["heic", "heix", "heim", "heis"]);
/** Boxes that hold the sizes: meta is a full box (4 bytes of version and flags), the others are plain. */
const CONTAINERS: Readonly<Record<string, number | undefined>> = { meta: 4, iprp: 0, ipco: 0 };

export interface HeicHeader {
  /** Whether the file says that it holds HEVC stills: AVIF and image sequences share its container. */
  readonly isHeic: boolean;
  /** Every size that the file declares: whole picture, tiles, thumbnail. */
  readonly sizes: readonly Size[];
  /** What its colours mean, as an ICC profile; without one they are sRGB. */
  readonly colourProfile: Buffer | undefined;
}

interface Box {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * Reads what a HEIC file says of itself, without decoding anything: a decoder asked for its sizes
 * would set memory aside for them first.
 *
 * @source ISO/IEC 14496-12 §4.2 (boxes), §12.1.5 (colr); ISO/IEC 23008-12 §6.5.3 (ispe)
 */
export function readHeicHeader(file: Buffer): HeicHeader {
  const top = [...boxes(file)];
  const kinds = top.find((box) => box.type === "ftyp")?.body ?? Buffer.alloc(0);
  const brands = [kinds.toString("latin1", 0, 4)];
  for (let at = 8; at + 4 <= kinds.length; at += 4) brands.push(kinds.toString("latin1", at, at + 4));
  const properties = top.flatMap(propertiesIn);
  return {
    isHeic: brands.some((brand) => BRANDS.has(brand)),
    sizes: properties
      .filter(({ type, body }) => type === "ispe" && body.length >= 12)
      .map(({ body }) => ({ width: body.readUInt32BE(4), height: body.readUInt32BE(8) })),
    colourProfile: properties.find(isColourProfile)?.body.subarray(4),
  };
}

function isColourProfile({ type, body }: Box): boolean {
  return type === "colr" && ["prof", "rICC"].includes(body.toString("latin1", 0, 4));
}

function propertiesIn(box: Box): Box[] {
  const skipped = CONTAINERS[box.type];
  return skipped === undefined ? [box] : [...boxes(box.body.subarray(skipped))].flatMap(propertiesIn);
}

function* boxes(bytes: Buffer): Generator<Box> {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const declared = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const isLong = declared === 1 && at + 16 <= bytes.length;
    const header = isLong ? 16 : 8;
    const size = isLong
      ? Number(bytes.readBigUInt64BE(at + 8))
      : declared === 0
        ? bytes.length - at
        : declared;
    if (size < header) return;
    yield { type, body: bytes.subarray(at + header, Math.min(at + size, bytes.length)) };
    at += size;
  }
}
