import { type Locale, Refusal, type SheetImport } from "@veche/protocol";
import { type ImportCounts, ImportRefused, type SheetProblem } from "./problem.ts";
import { explainProblem } from "./texts.ts";

/** How long a file that was read waits for being taken. */
const KEPT_MS = 30 * 60_000;
/** Of changes and of mistakes. */
export const MOST_SHOWN = 200;
const MOST_WAITING = 8;

/** A file that was read: what it would do, and doing it. */
export interface ReadImport {
  readonly counts: ImportCounts;
  readonly warnings: readonly SheetProblem[];
  readonly changes: readonly { key: string; kind: "added" | "changed" | "removed" }[];
  /** Of what it was held against. */
  readonly revision: string;
  apply(progress: (done: number, of: number) => void): Promise<void>;
}

interface Waiting {
  readonly view: SheetImport;
  readonly read?: ReadImport;
  readonly staffId: string;
  readonly untilMs: number;
}

export interface ImportDeskParts {
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Of what an import is held against: one that was read earlier is read again. */
  readonly revision: () => string;
}

/** Imports in two steps: a file is read and shown with what it would change, then taken whole or left. */
export function createImportDesk({ clock, newId, revision }: ImportDeskParts) {
  const waiting = new Map<string, Waiting>();

  function keep(it: Waiting): SheetImport {
    for (const [id, { untilMs }] of waiting) if (untilMs < clock().getTime()) waiting.delete(id);
    while (waiting.size >= MOST_WAITING) waiting.delete(waiting.keys().next().value ?? "");
    waiting.set(it.view.id, it);
    return it.view;
  }

  function open(id: string, staffId: string): Waiting {
    const found = waiting.get(id);
    if (!found || found.staffId !== staffId) throw new Refusal("not_found", { reason: "sheets.gone" });
    return found;
  }

  return {
    /** Reads a file; its mistakes are part of the answer, each with its row. */
    async read(
      sheet: string,
      staffId: string,
      locale: Locale,
      work: () => Promise<ReadImport>,
    ): Promise<SheetImport> {
      const untilMs = clock().getTime() + KEPT_MS;
      const base = { id: newId(), sheet, problems: [], problemCount: 0, warnings: [], changes: [] };
      const shown = (problems: readonly SheetProblem[]) =>
        problems.slice(0, MOST_SHOWN).map((problem) => ({
          ...(problem.line !== undefined && { line: problem.line }),
          text: explainProblem({ ...problem, sheet: undefined }, locale),
        }));
      try {
        const read = await work();
        const view: SheetImport = {
          ...base,
          state: "ready",
          counts: read.counts,
          warnings: shown(read.warnings),
          changes: read.changes.slice(0, MOST_SHOWN),
        };
        return keep({ view, read, staffId, untilMs });
      } catch (error) {
        if (!(error instanceof ImportRefused)) throw error;
        const view: SheetImport = {
          ...base,
          state: "refused",
          problems: shown(error.problems),
          problemCount: error.problems.length,
        };
        return keep({ view, staffId, untilMs });
      }
    },

    at: (id: string, staffId: string): SheetImport => open(id, staffId).view,

    /** Takes what was read, all of it or nothing. */
    async apply(id: string, staffId: string): Promise<SheetImport> {
      const { view, read } = open(id, staffId);
      if (!read || view.state !== "ready") throw new Refusal("conflict", { reason: "sheets.not_ready" });
      if (read.revision !== revision()) throw new Refusal("conflict", { reason: "sheets.changed" });
      const become = (next: Partial<SheetImport>) => {
        const known = waiting.get(id);
        if (known) waiting.set(id, { ...known, view: { ...known.view, ...next } });
      };
      become({ state: "writing", progress: 0 });
      try {
        await read.apply((done, of) => become({ progress: of === 0 ? 1 : done / of }));
      } catch (error) {
        become({ state: "ready" });
        throw error;
      }
      become({ state: "done", progress: 1 });
      return open(id, staffId).view;
    },
  };
}
