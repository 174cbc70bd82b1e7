import type { Attachment } from "@veche/protocol";
import type { Shelf } from "./shelf.ts";

/** Words that the city has not confirmed yet. */
export interface Unsent {
  readonly clientId: string;
  readonly text: string;
  /** Pictures that the city has already. */
  readonly attachments?: readonly Attachment[];
  readonly createdAt: string;
  /** Why the city did not take it, in its words; it is not sent again by itself. */
  readonly refusal?: string;
}

export interface Outbox {
  /** Oldest first, those of other tabs included. */
  readonly all: readonly Unsent[];
  has(clientId: string): boolean;
  /** Adds or replaces. */
  put(unsent: Unsent): void;
  remove(clientId: string): void;
}

const PREFIX = "out:";

/** Unsent words on the shelf, one name each, so that tabs do not overwrite each other's. */
export function createOutbox(shelf: Shelf): Outbox {
  // What the shelf could not take (full storage) must still go.
  const own = new Map<string, Unsent>();

  function read(): Unsent[] {
    const kept = shelf.names().flatMap((name) => (name.startsWith(PREFIX) ? readable(shelf.get(name)) : []));
    const unsaved = [...own.values()].filter(
      ({ clientId }) => !kept.some((one) => one.clientId === clientId),
    );
    return [...kept, ...unsaved].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  }

  return {
    get all() {
      return read();
    },
    has: (clientId) => shelf.get(PREFIX + clientId) !== undefined || own.has(clientId),
    put(unsent) {
      shelf.put(PREFIX + unsent.clientId, JSON.stringify(unsent));
      if (shelf.get(PREFIX + unsent.clientId) === undefined) own.set(unsent.clientId, unsent);
    },
    remove(clientId) {
      own.delete(clientId);
      shelf.put(PREFIX + clientId, undefined);
    },
  };
}

function readable(json: string | undefined): Unsent[] {
  try {
    const unsent = JSON.parse(json ?? "") as Partial<Unsent>;
    return unsent.clientId && typeof unsent.text === "string" && unsent.createdAt ? [unsent as Unsent] : [];
  } catch {
    return [];
  }
}
