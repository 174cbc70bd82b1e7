import type { PublicEntry } from "@veche/protocol";
import type { Say } from "./tongue.ts";

type Image = NonNullable<PublicEntry["image"]>;

/** Files of `demo/drawings`, 640 × 640, with their ThumbHash. */
const DRAWINGS: readonly (readonly [file: string, placeholder: string])[] = [
  ["kd_1ff2fb1b.jpg", "aggCBwDPmIukd2h6eKd3eIiIaH+nCocE"],
  ["kd_2393fa72.jpg", "7QgCDwD5uGeWiaiOdcZoiIdzuIA2DWQB"],
  ["kd_3ae83323.jpg", "cggCDwDoX3V3l3iPVFh5R3l5iYEIkIcC"],
  ["kd_58f72ebd.jpg", "KAgCBwC6w8ejd3lPmaZ3VpuG1/39364P"],
  ["kd_6efcf00f.jpg", "dQgCBwAAYna5m4hnh4d3l3iKuM93z2YJ"],
  ["kd_9b91dc39.jpg", "aggGDwKpuYd/d3eLdyaHuHeJd8r3pnwP"],
];
const SIDE = 640;

export function drawing(at: number): Image {
  const [file, placeholder] = DRAWINGS[at % DRAWINGS.length] ?? ["", ""];
  const url = `/media/${file}`;
  return {
    width: SIDE,
    height: SIDE,
    placeholder,
    variants: [{ width: SIDE, height: SIDE, type: "image/jpeg", url }],
  };
}

/** Works as everyone sees them; every fifth has a title of one very long word. */
export const works = (count: number, say: Say): PublicEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `work-${at + 1}`,
    number: at + 1,
    nomination: "beregi-les",
    ageGroup: at % 2 ? "7-10" : "3-6",
    title:
      at % 5 === 4
        ? say("Лесопожаротушение-взаимовыручка", "Forestfirefighting-and-neighbourliness")
        : say(`Ёжик сторожит опушку ${at + 1}`, `A hedgehog guards the wood ${at + 1}`),
    authorName: say("Варя К.", "Varya K."),
    authorAge: at % 2 ? 8 : 5,
    image: drawing(at),
  }));
