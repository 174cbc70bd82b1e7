import { type DeviceStorage, keep, kept } from "./device-storage.ts";

/** An entry that this device may open: the address of a parent's own work. */
export interface OwnedEntry {
  readonly id: string;
  readonly token: string;
  /** Unknown until the server was asked, when the entry came by a private link. */
  readonly number?: number;
  readonly campaign?: string;
  readonly title?: string;
}

export interface OwnEntries {
  readonly all: () => readonly OwnedEntry[];
  /** Adds, or completes what is known of it. */
  readonly remember: (entry: OwnedEntry) => void;
  readonly forget: (id: string) => void;
}

/** Whether an entry is shown at this campaign; one of which nothing is known yet is shown wherever its link opened. */
export function isOf(campaign: string, entry: OwnedEntry): boolean {
  return entry.campaign === undefined || entry.campaign === campaign;
}

/** The entries sent from this device to one server, newest first. */
export function createOwnEntries(storage: DeviceStorage, server: string): OwnEntries {
  const key = `veche:${server}:entries`;
  const all = () => (kept<unknown[]>(storage, key) ?? []).filter(isOwned);
  return {
    all,
    remember(entry) {
      const known = all();
      const before = known.find(({ id }) => id === entry.id);
      const others = known.filter(({ id }) => id !== entry.id);
      const list = before
        ? known.map((one) => (one.id === entry.id ? { ...one, ...entry } : one))
        : [entry, ...others];
      keep(storage, key, list);
    },
    forget(id) {
      keep(
        storage,
        key,
        all().filter((entry) => entry.id !== id),
      );
    },
  };
}

function isOwned(value: unknown): value is OwnedEntry {
  if (typeof value !== "object" || value === null) return false;
  const { id, token } = value as Partial<OwnedEntry>;
  return typeof id === "string" && typeof token === "string";
}
