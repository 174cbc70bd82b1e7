/** What one check saw. A note is worth knowing; a problem has to be seen to. */
export interface Finding {
  readonly kind: "ok" | "note" | "problem";
  readonly text: string;
}

export const ok = (text: string): Finding => ({ kind: "ok", text });
export const note = (text: string): Finding => ({ kind: "note", text });
export const problem = (text: string): Finding => ({ kind: "problem", text });
