import type { Shelf } from "./shelf.ts";

/** What a device remembers of its conversation, the same for every tab of the site. */
export interface Memory {
  token: string | undefined;
  /** `seq` of the last message that was on screen. */
  seen: number;
  /** Tells the loader to connect on the next page without being asked: somebody waits for something. */
  live: boolean;
}

export function createMemory(shelf: Shelf): Memory {
  const put = (name: string, value: string | undefined) => {
    if (shelf.get(name) !== value) shelf.put(name, value);
  };
  return {
    get token() {
      return shelf.get("token");
    },
    set token(value) {
      put("token", value);
    },
    get seen() {
      return Number(shelf.get("seen") ?? 0);
    },
    set seen(value) {
      put("seen", value ? String(value) : undefined);
    },
    get live() {
      return shelf.get("live") !== undefined;
    },
    set live(value) {
      put("live", value ? "1" : undefined);
    },
  };
}
