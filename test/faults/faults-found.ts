import type { Message } from "@veche/protocol";
import { historyOf, type StubbornResident } from "./stubborn-resident.ts";

/** What may not happen to an acknowledged message, or its answer, counted. */
export const NO_FAULTS = {
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  gaps: 0,
  changed: 0,
  unanswered: 0,
  answeredTwice: 0,
} as const;
export type FaultsFound = Record<keyof typeof NO_FAULTS, number>;

/** Compares what residents were promised with what a fresh tab of each is shown. */
export async function faultsFound(url: string, residents: readonly StubbornResident[]): Promise<FaultsFound> {
  const histories = await Promise.all(residents.map(({ token }) => historyOf(url, token)));
  const found: FaultsFound = { ...NO_FAULTS };
  for (const [index, resident] of residents.entries()) count(found, resident, histories[index] ?? []);
  return found;
}

function count(found: FaultsFound, { said }: StubbornResident, history: readonly Message[]): void {
  found.gaps += history.filter((it, place) => it.seq !== place + 1).length;
  let last = 0;
  for (const { clientId, text, message } of said) {
    const kept = history.filter((it) => it.clientId === clientId);
    if (kept.length === 0) found.lost++;
    if (kept.length > 1) found.doubled++;
    const [one] = kept;
    if (!one) continue;
    if (one.text !== text || one.seq !== message?.seq || one.id !== message.id) found.changed++;
    if (one.seq <= last) found.outOfOrder++;
    last = one.seq;
  }
  const answers = history.filter((it) => it.author.kind === "assistant").length;
  found.unanswered += Math.max(0, said.length - answers);
  found.answeredTwice += Math.max(0, answers - said.length);
}
