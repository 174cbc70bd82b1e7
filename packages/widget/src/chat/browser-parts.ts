import type { ChatParts } from "../client/chat-client.ts";
import { newId } from "../client/new-id.ts";
import { browserShelf } from "../client/shelf.ts";
import { socketLine } from "../client/socket-line.ts";

/** What the client needs of a browser, for one server. */
export function browserParts(server: string): Omit<ChatParts, "locale" | "changed" | "arrived"> {
  return {
    openLine: socketLine(server),
    shelf: browserShelf(server),
    newId,
    clock: () => new Date(),
    later(run, milliseconds) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    // Pages served over plain HTTP have no locks: there two tabs may, at worst, begin two conversations.
    alone: async (run) => (navigator.locks ? navigator.locks.request(`veche:${server}`, run) : run()),
    page: () => location.origin + location.pathname,
  };
}
