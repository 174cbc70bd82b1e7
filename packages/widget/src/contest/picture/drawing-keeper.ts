const DATABASE = "veche";
const STORE = "drawings";

export interface KeptDrawing {
  readonly file: File;
  readonly quarterTurns: number;
}

/** Keeps a picked picture on the device, over reloads. Where the browser forbids it, nothing is kept. */
export interface DrawingKeeper {
  readonly read: (key: string) => Promise<KeptDrawing | undefined>;
  readonly write: (key: string, drawing: KeptDrawing) => Promise<void>;
  readonly clear: (key: string) => Promise<void>;
}

/** Keeps pictures in the browser's IndexedDB. */
export function createDrawingKeeper(): DrawingKeeper {
  return {
    read: async (key) => (await within("readonly", (store) => store.get(key))) as KeptDrawing | undefined,
    write: async (key, drawing) => void (await within("readwrite", (store) => store.put(drawing, key))),
    clear: async (key) => void (await within("readwrite", (store) => store.delete(key))),
  };
}

async function within(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown> {
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    const database = (await answerOf(opening)) as IDBDatabase;
    try {
      return await answerOf(act(database.transaction(STORE, mode).objectStore(STORE)));
    } finally {
      database.close();
    }
  } catch {
    // Private windows and full disks: the form works, it only forgets the picture on reload.
    return undefined;
  }
}

async function answerOf(request: IDBRequest): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
