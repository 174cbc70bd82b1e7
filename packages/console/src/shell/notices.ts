import { isRefusal } from "../client/server-refusal.ts";

export interface Notice {
  readonly id: number;
  readonly tone: "done" | "problem";
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void };
}

const STAYS_MS = { done: 6_000, act: 12_000 } as const;

/** Short messages at the edge of the screen. Problems stay until they are closed. */
export class Notices extends EventTarget {
  #shown: readonly Notice[] = [];
  #last = 0;

  get shown(): readonly Notice[] {
    return this.#shown;
  }

  done(text: string, act?: Notice["act"]): void {
    const notice = this.#show({ tone: "done", text, act });
    setTimeout(() => this.close(notice.id), act ? STAYS_MS.act : STAYS_MS.done);
  }

  problem(text: string): void {
    const same = this.#shown.find((notice) => notice.text === text);
    if (!same) this.#show({ tone: "problem", text });
  }

  /** Says the server's refusal; anything else is a bug and goes on. */
  refusal(error: unknown): void {
    if (!isRefusal(error)) throw error;
    if (error.code !== "unauthenticated") this.problem(error.message);
  }

  close(id: number): void {
    this.#become(this.#shown.filter((notice) => notice.id !== id));
  }

  #show(notice: Omit<Notice, "id">): Notice {
    const shown = { ...notice, id: ++this.#last };
    this.#become([...this.#shown.slice(-2), shown]);
    return shown;
  }

  #become(shown: readonly Notice[]): void {
    this.#shown = shown;
    this.dispatchEvent(new Event("change"));
  }
}
