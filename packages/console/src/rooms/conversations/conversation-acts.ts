import { msg } from "@lit/localize";
import type { CloseReason, Priority, QueueItem } from "@veche/protocol";
import type { Desk } from "../../shell/desk.ts";
import type { HoldAsked, RestrictAsked } from "./acts-menu.ts";

/** One act on a conversation, as the server knows it. */
export type Act =
  | { readonly kind: "claim" | "release" | "wake" | "giveBack" }
  | { readonly kind: "take"; readonly quiet: boolean }
  | { readonly kind: "transfer"; readonly department: string }
  | { readonly kind: "close"; readonly reason: CloseReason }
  | ({ readonly kind: "hold" } & HoldAsked)
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "prioritise"; readonly priority: Priority };

/**
 * Does it and gives the conversation as it stands then.
 *
 * @throws ServerRefusal
 */
export async function perform({ live }: Desk, conversationId: string, act: Act): Promise<QueueItem> {
  const { kind, ...more } = act;
  // Each act carries what its own event takes.
  const { conversation } = await live.ask(kind, { conversationId, ...more });
  return conversation;
}

/** Mutes, limits or blocks, and says so. @returns whether the server agreed */
export async function restrict(
  { client, notices }: Desk,
  id: string,
  asked: RestrictAsked,
): Promise<boolean> {
  try {
    await client.conversations.restrict({ id, ...asked });
    notices.done(msg("Ограничение действует. Снять его можно в карточке жителя."));
    return true;
  } catch (error) {
    notices.refusal(error);
    return false;
  }
}

/** The browser saves the file under the server's own name. */
export function downloadTranscript(id: string): void {
  const link = document.createElement("a");
  link.href = `/api/v1/staff/conversations/${encodeURIComponent(id)}/transcript`;
  link.download = "";
  link.click();
}
