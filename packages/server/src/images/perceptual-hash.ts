import type { SharpOptions } from "sharp";
import phash from "sharp-phash";
import type { Pixels } from "./pixels.ts";

// Its types describe a default export; the module itself is the function.
const hashBits = phash as unknown as (data: Buffer, options: SharpOptions) => Promise<string>;

/** @returns 64 bits of the picture's coarse shapes as 16 hexadecimal digits */
export async function perceptualHash({ data, width, height }: Pixels): Promise<string> {
  const bits = await hashBits(data, { raw: { width, height, channels: 3 } });
  return BigInt(`0b${bits}`).toString(16).padStart(16, "0");
}
