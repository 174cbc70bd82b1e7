import { setTimeout as delay } from "node:timers/promises";
import type { Message } from "@veche/protocol";
import { historyOf, type Testimony } from "./stubborn-resident.ts";

/** What may not happen, counted. `faults-found.test.ts` plants each of them. */
export const NO_FAULTS = {
  /** Acknowledged, and not kept. */
  lost: 0,
  /** Kept more than once. */
  doubled: 0,
  /** Kept in another order than it was said in. */
  outOfOrder: 0,
  /** Numbers of a conversation that nothing has, or two have. */
  gaps: 0,
  /** In the name of a resident who never said it, or heard and not kept. */
  phantom: 0,
  /** Kept otherwise than it was said, acknowledged or heard. */
  torn: 0,
  /** One resident's words in another's conversation. */
  leaked: 0,
  unanswered: 0,
  answeredTwice: 0,
} as const;
const ANSWERED_WITHIN_S = 20;
const READ_TIMES = 4;
export type FaultsFound = Record<keyof typeof NO_FAULTS, number>;

/** Compares what residents said, were promised and heard with what a fresh tab of each is shown. */
export async function faultsFound(url: string, residents: readonly Testimony[]): Promise<FaultsFound> {
  const histories = await Promise.all(residents.map((resident) => wholeHistoryOf(url, resident)));
  const found: FaultsFound = { ...NO_FAULTS };
  const owners = new Map(
    residents.flatMap(({ said }, owner) => said.map(({ clientId }) => [clientId, owner] as const)),
  );
  for (const [owner, resident] of residents.entries()) {
    count(found, resident, histories[owner] ?? [], (clientId) => {
      const other = owners.get(clientId);
      return other !== undefined && other !== owner;
    });
  }
  return found;
}

/** The same, once what is still being answered is: an answer may be under way, or be tried again. Nothing else mends itself. */
export async function faultsLeft(url: string, residents: readonly Testimony[]): Promise<FaultsFound> {
  let found = await faultsFound(url, residents);
  for (let tries = 0; found.unanswered > 0 && tries < ANSWERED_WITHIN_S; tries++) {
    await delay(1_000);
    found = await faultsFound(url, residents);
  }
  return found;
}

/** As far as the resident knows it to go: on a busy machine it may stop in the middle for longer than a look waits. */
async function wholeHistoryOf(url: string, { token, said, heard }: Testimony): Promise<Message[]> {
  const known = Math.max(
    0,
    ...[...heard, ...said.flatMap(({ message }) => message ?? [])].map(({ seq }) => seq),
  );
  let history = await historyOf(url, token);
  for (let tries = 1; (history.at(-1)?.seq ?? 0) < known && tries < READ_TIMES; tries++)
    history = await historyOf(url, token, tries * 1_000);
  return history;
}

function count(
  found: FaultsFound,
  { said, heard }: Testimony,
  history: readonly Message[],
  isOthers: (clientId: string) => boolean,
): void {
  found.gaps += history.filter((it, place) => it.seq !== place + 1).length;
  const mine = new Map(said.map((it) => [it.clientId, it]));
  for (const { author, clientId = "" } of [...history, ...heard]) {
    if (author.kind !== "resident" || mine.has(clientId)) continue;
    if (isOthers(clientId)) found.leaked++;
    else found.phantom++;
  }
  const kept = new Map(history.map((it) => [it.id, it]));
  for (const it of heard) {
    const same = kept.get(it.id);
    if (!same) found.phantom++;
    else if (same.text !== it.text || same.seq !== it.seq) found.torn++;
  }
  let last = 0;
  for (const { clientId, text, message } of said) {
    const [one, ...more] = history.filter((it) => it.clientId === clientId);
    if (more.length > 0) found.doubled++;
    if (!one) {
      if (message) found.lost++;
      continue;
    }
    if (one.text !== text || (message && (one.seq !== message.seq || one.id !== message.id))) found.torn++;
    if (one.seq <= last) found.outOfOrder++;
    last = one.seq;
  }
  const answers = history.filter((it) => it.author.kind === "assistant").length;
  const questions = said.filter(
    (it) => mine.has(it.clientId) && history.some((h) => h.clientId === it.clientId),
  );
  found.unanswered += Math.max(0, questions.length - answers);
  found.answeredTwice += Math.max(0, answers - questions.length);
}
