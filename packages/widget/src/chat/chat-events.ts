import type { Message } from "@veche/protocol";

/** What `<veche-chat>` tells the page; all bubble and are composed. */
export interface ChatEvents {
  /** The panel was opened. */
  "veche-open": CustomEvent<Record<string, never>>;
  /** The panel was closed. */
  "veche-close": CustomEvent<Record<string, never>>;
  /** Somebody said something that this device had not seen yet. */
  "veche-message": CustomEvent<{ readonly message: Message }>;
}

export function tell<Name extends keyof ChatEvents>(
  element: Element,
  name: Name,
  detail: ChatEvents[Name]["detail"],
): void {
  element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap extends ChatEvents {}
}
