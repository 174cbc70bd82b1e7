import { createHmac, timingSafeEqual } from "node:crypto";

const VALID_MS = 10 * 60_000;
const TICKET = /^([\w-]{8,64})\.([0-9a-z]{6,12})\.([\w-]{43})$/;

/**
 * What lets a page of ours ask for alerts of one conversation, for ten minutes: it stands in the address where the
 * conversation's token never may.
 */
export function createTickets(key: string, clock: () => Date) {
  const mac = (conversationId: string, until: string) =>
    createHmac("sha256", key).update(`${conversationId}.${until}`).digest();
  return {
    issue(conversationId: string): string {
      const until = (clock().getTime() + VALID_MS).toString(36);
      return `${conversationId}.${until}.${mac(conversationId, until).toString("base64url")}`;
    },

    /** The conversation that a ticket is for; nothing where it is over or not ours. */
    read(ticket: string): string | undefined {
      const [, conversationId, until, mark] = TICKET.exec(ticket) ?? [];
      if (!conversationId || !until || !mark) return undefined;
      const given = Buffer.from(mark, "base64url");
      const ours = mac(conversationId, until);
      const isOurs = given.length === ours.length && timingSafeEqual(given, ours);
      return isOurs && Number.parseInt(until, 36) > clock().getTime() ? conversationId : undefined;
    },
  };
}
