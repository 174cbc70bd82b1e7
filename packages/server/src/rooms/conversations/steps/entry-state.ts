import { asksEntryState } from "@veche/assistant";
import type { StepPorts } from "./ports.ts";
import type { Step } from "./step.ts";

/** What a phone's Russian keyboard gives for the code's Latin letters. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  О: "0",
  O: "0",
  Р: "P",
  С: "C",
  Т: "T",
  Х: "X",
  I: "1",
  L: "1",
};
const CODE = /(?<![\p{L}\d])([\p{L}\d]{4})[\s–—-]?([\p{L}\d]{4})(?![\p{L}\d])/gu;
const NUMBER = /(?<![\p{L}\d-])(\d{1,6})(?![\p{L}\d-])/u;

/** A number, or a code, and hardly a word more. */
const HALF = /^\D{0,12}(?:\d{1,6}|[\p{L}\d]{4}[\s–—-]?[\p{L}\d]{4})\D{0,3}$/u;

/** An entry's number and code in a message, however they were typed. */
function entryIn(text: string): { number: number; code: string } | undefined {
  for (const [found, head = "", tail = ""] of text.toUpperCase().matchAll(CODE)) {
    const code = [...head, ...tail].map((letter) => LOOKALIKES[letter] ?? letter).join("");
    if (!/\d/.test(code) || !/^[0-9A-HJKMNP-TV-Z]{8}$/.test(code)) continue;
    const [, number] = NUMBER.exec(text.toUpperCase().replace(found, " ")) ?? [];
    if (number) return { number: Number(number), code: `${code.slice(0, 4)}-${code.slice(4)}` };
  }
  return undefined;
}

/** What became of a contest entry, to whoever knows its number and its code. Never by a child's name. */
export const entryState = ({ wording, campaigns }: StepPorts): Step => ({
  name: "entry-state",
  async answer({ text, locale, previous }) {
    const origin = { step: "entry-state", topic: "culture-sport" };
    const expected = previous?.awaits === "entry";
    const asked = asksEntryState(text);
    const entry = asked || expected ? entryIn(text) : undefined;
    if (!entry && expected && /\d/.test(text) && HALF.test(text)) {
      const half = wording.text(locale, "entry.half");
      return { kind: "choose", text: half, origin: { ...origin, awaits: "entry" } };
    }
    if (!entry) {
      return asked
        ? { kind: "choose", text: wording.text(locale, "entry.ask"), origin: { ...origin, awaits: "entry" } }
        : undefined;
    }
    const news = await campaigns.newsByCode(entry.number, entry.code);
    if (!news) {
      return {
        kind: "choose",
        text: wording.text(locale, "entry.unknown"),
        origin: { ...origin, awaits: "entry" },
      };
    }
    const { number, title, state, reason } = news;
    const told = wording.text(locale, "entry.told", {
      number,
      title: title ? ` «${title}»` : "",
      state: wording.text(locale, `entry.state.${state}`),
    });
    const why = reason ? ` ${wording.text(locale, "entry.reason", { reason })}` : "";
    return { kind: "answer", text: told + why, origin };
  },
});
