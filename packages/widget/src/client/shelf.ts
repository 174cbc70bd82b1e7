/** Where a few words are kept over a reload, seen by every tab of the site. */
export interface Shelf {
  get(name: string): string | undefined;
  /** `undefined` takes it away. */
  put(name: string, value: string | undefined): void;
  names(): string[];
  /** Calls back when another tab changed something. @returns stops it */
  watch(changed: (name: string) => void): () => void;
}

/** Keeps in the browser's storage, a name space for each server; where storage is blocked, in memory. */
export function browserShelf(server: string): Shelf {
  const prefix = `veche:${server}:`;
  const memory = new Map<string, string>();
  const storage = usableStorage();
  return {
    get: (name) => (storage ? storage.getItem(prefix + name) : memory.get(name)) ?? undefined,
    put(name, value) {
      if (value === undefined) {
        memory.delete(name);
        storage?.removeItem(prefix + name);
      } else if (storage) keep(storage, prefix + name, value);
      else memory.set(name, value);
    },
    names: () =>
      storage
        ? Object.keys(storage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []))
        : [...memory.keys()],
    watch(changed) {
      const heard = ({ key }: StorageEvent) => {
        if (key?.startsWith(prefix)) changed(key.slice(prefix.length));
      };
      addEventListener("storage", heard);
      return () => removeEventListener("storage", heard);
    },
  };
}

function usableStorage(): Storage | undefined {
  try {
    localStorage.getItem("veche");
    return localStorage;
  } catch {
    return undefined;
  }
}

function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Full: what is being said now still goes, it only does not outlive a reload.
  }
}
