import type { Page } from "playwright-core";

const PATIENCE_MS = 30_000;

/** One tab with the chat open. */
export interface Tab {
  readonly page: Page;
  say(text: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until the chat says that it has its line. @returns the moment, in milliseconds since the epoch */
  online(): Promise<number>;
  /** Waits until nothing waits to be sent. */
  settled(): Promise<void>;
  /** Whether what the resident said stands in the log as these texts, top down, before the time is over. */
  comesToShow(texts: readonly string[], withinMs: number): Promise<boolean>;
  /** Waits until a message is shown as delivered. @returns when it was, in milliseconds since the epoch */
  seen(text: string): Promise<number>;
  token(): Promise<string>;
}

export async function aTab(page: Page, address: string): Promise<Tab> {
  page.setDefaultTimeout(PATIENCE_MS);
  // Runs before anything else of the page, after every reload too.
  await page.addInitScript(() => {
    const seen: Record<string, number> = {};
    Object.assign(globalThis, { seenMessages: seen });
    const look = () => {
      const log = document.querySelector("veche-chat")?.shadowRoot;
      for (const one of [...(log?.querySelectorAll(".messages > .mine") ?? [])].slice(-3)) {
        const text = one.querySelector(".bubble")?.textContent ?? "";
        const waits = /Ждёт|Отправляем/.test(one.querySelector(".mark")?.textContent ?? "");
        if (!waits) seen[text] ??= Date.now();
      }
    };
    setInterval(look, 10);
  });
  await page.goto(address);
  const field = page.locator("veche-chat #words");
  await field.waitFor();

  const tab: Tab = {
    page,
    async say(text) {
      await field.fill(text);
      await field.press("Enter");
    },
    async reload() {
      await page.reload();
      await field.waitFor();
    },
    online: () =>
      page.evaluate(async (patience) => {
        const until = Date.now() + patience;
        for (;;) {
          const face = document.querySelector("veche-chat")?.shadowRoot?.querySelector(".face");
          if (face && !/Нет связи|Соединяемся/.test(face.textContent)) return Date.now();
          if (Date.now() > until) throw new Error(`the line did not come back: ${face?.textContent}`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }, PATIENCE_MS),
    async settled() {
      await page.waitForFunction(
        () => {
          const log = document.querySelector("veche-chat")?.shadowRoot;
          const face = log?.querySelector(".face")?.textContent ?? "Соединяемся";
          const marks = [...(log?.querySelectorAll(".mine .mark") ?? [])].map((mark) => mark.textContent);
          return !/Нет связи|Соединяемся/.test(face) && !marks.some((mark) => /Ждёт|Отправляем/.test(mark));
        },
        undefined,
        { polling: 50 },
      );
    },
    comesToShow: (texts, withinMs) =>
      page.evaluate(
        async ([wanted, patience]) => {
          const until = Date.now() + patience;
          for (;;) {
            const log = document.querySelector("veche-chat")?.shadowRoot;
            const bubbles = [...(log?.querySelectorAll(".messages > .mine .bubble") ?? [])];
            if (bubbles.map((bubble) => bubble.textContent).join() === wanted.join()) return true;
            if (Date.now() > until) return false;
            await new Promise((resolve) => setTimeout(resolve, 10));
          }
        },
        [texts, withinMs] as const,
      ),
    seen: async (text) => {
      const moment = await page.waitForFunction(
        (wanted) => (globalThis as unknown as { seenMessages: Record<string, number> }).seenMessages[wanted],
        text,
        { polling: 10 },
      );
      return Number(await moment.jsonValue());
    },
    token: () =>
      page.evaluate(() => {
        const name = Object.keys(localStorage).find((key) => key.endsWith(":token"));
        return (name && localStorage.getItem(name)) ?? "";
      }),
  };
  return tab;
}
