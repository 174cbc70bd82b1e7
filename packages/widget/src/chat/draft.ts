const key = (server: string) => `veche:${server}:draft`;

/** What was typed and not sent, kept for this tab over a reload. */
export function keptDraft(server: string): string {
  try {
    return sessionStorage.getItem(key(server)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(server: string, text: string): void {
  try {
    if (text) sessionStorage.setItem(key(server), text);
    else sessionStorage.removeItem(key(server));
  } catch {
    // A browser that keeps nothing still has it in the field.
  }
}
