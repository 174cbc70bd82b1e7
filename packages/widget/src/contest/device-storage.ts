/** What the device keeps for this site; the part of `localStorage` that is needed. */
export type DeviceStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The browser's storage, or one that forgets with the page where the browser forbids it. */
export function deviceStorage(): DeviceStorage {
  try {
    const storage = globalThis.localStorage;
    storage.getItem("");
    return storage;
  } catch {
    return forgetfulStorage();
  }
}

/** Reads what was written by {@link keep}; `undefined` when there is nothing or it is not readable. */
export function kept<Value>(storage: DeviceStorage, key: string): Value | undefined {
  try {
    const text = storage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** Writes a value; a full storage is no reason to stop a parent, so it is let go. */
export function keep(storage: DeviceStorage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    storage.removeItem(key);
  }
}

export function forgetfulStorage(): DeviceStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
