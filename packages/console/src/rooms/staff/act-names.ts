import { ACT_NAMES, actName as nameOf } from "@veche/protocol/audit-words";
import { language } from "../../shell/language.ts";

/** What was done; an act without words is shown by its code. */
export const actName = (action: string): string => nameOf(action, language());

/** Every act, for choosing one. */
export const acts = () =>
  Object.keys(ACT_NAMES)
    .map((value) => ({ value, label: actName(value) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
