import type { Desk } from "./desk/desk.ts";
import type { ConversationPorts } from "./ports.ts";
import type { ConversationStore } from "./store.ts";

const EVERY_MS = 1_000;
/** What has no answer after this long gets none by itself: its process ended, or the disk refused it. */
const ANSWER_WITHIN_MS = 10_000;
/** Terms of years need no look at every second. */
const RETENTION_EVERY_MS = 10 * 60_000;
const WAITS_KEPT_MS = 7 * 86_400_000;

export interface TendingParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly desk: Pick<Desk, "beat">;
  readonly operators: { tend(): Promise<number> };
  readonly queue: { tend(): Promise<void> };
  readonly finding: { indexNew(): Promise<number> };
  readonly erasing: { eraseOverdue(): Promise<number> };
  readonly restrictions: { forgetNetworks(): Promise<void> };
  readonly answering: { takeUp(before: Date): Promise<unknown> };
}

/** What happens to conversations by itself, a round every second; a round that fails is tried again. */
export function createTending(parts: TendingParts) {
  const { ports, store, desk, operators, queue, finding, erasing, answering, restrictions } = parts;
  const { clock, database, log } = ports;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let retentionAt = 0;
  let ending = false;

  async function goRound(): Promise<void> {
    await desk.beat();
    await operators.tend();
    await queue.tend();
    await answering.takeUp(new Date(clock().getTime() - ANSWER_WITHIN_MS));
    await finding.indexNew();
    const at = clock().getTime();
    // A clock may also be set back.
    if (Math.abs(at - retentionAt) < RETENTION_EVERY_MS) return;
    const erased = await erasing.eraseOverdue();
    if (erased > 0) return;
    // The moment that was looked at, not one that has come since.
    retentionAt = at;
    const before = new Date(at - WAITS_KEPT_MS).toISOString();
    await database.write((db) => store.forgetWaits(db, before));
    await restrictions.forgetNetworks();
  }

  function round(): Promise<void> {
    running ??= goRound().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    round,
    start(): void {
      timer = setInterval(() => {
        if (ending) return;
        round().catch((error: unknown) => log.error({ err: error }, "conversations were not looked after"));
      }, EVERY_MS);
      timer.unref();
    },
    async stop(): Promise<void> {
      ending = true;
      clearInterval(timer);
      await running?.catch(() => undefined);
    },
  };
}
