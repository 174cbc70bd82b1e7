import { getGender, incline } from "lvovich";
import { cleanName } from "../entries/public-name.ts";

/** A name as a sheet prints it. */
export interface PrintedName {
  readonly name: string;
  /** It could not be put in its case: a person should look at it. */
  readonly unsure: boolean;
}

const PATRONYMIC = /(вич|вна|ична|инична|оглы|кызы)$/iu;

/** «Варя», «Кузнецова» → «Кузнецова Варя», or «Кузнецовой Варе» to whom something is given. */
export function childsName(first: string, last: string, toWhom: "nominative" | "dative"): PrintedName {
  const fio = { first: cleanName(first), last: cleanName(last) };
  if (toWhom === "nominative") return { name: `${fio.last} ${fio.first}`.trim(), unsure: false };
  return inDative(fio);
}

/** «Петрова Анна Ивановна» → «Петровой Анне Ивановне»; what is no full name stands as it was written. */
export function teachersName(written: string): PrintedName {
  const words = cleanName(written).split(" ");
  const middle = words.findIndex((word) => PATRONYMIC.test(word));
  const plain = { name: words.join(" "), unsure: true };
  if (words.length !== 3 || middle < 1) return plain;
  const [a = "", b = "", c = ""] = words;
  // «Анна Ивановна Петрова» is said as often as the order of forms.
  return inDative(middle === 2 ? { last: a, first: b, middle: c } : { first: a, middle: b, last: c });
}

function inDative(fio: { first: string; last: string; middle?: string }): PrintedName {
  const gender = getGender(fio);
  const asWritten = [fio.last, fio.first, fio.middle].filter(Boolean).join(" ");
  if (gender !== "male" && gender !== "female") return { name: asWritten, unsure: true };
  const { last, first, middle } = incline({ ...fio, gender }, "dative");
  return { name: [last, first, middle].filter(Boolean).join(" "), unsure: false };
}
