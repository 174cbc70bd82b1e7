import type { Page } from "playwright-core";

const PATIENCE_MS = 30_000;

/** One message as a tab shows it. */
export interface Shown {
  readonly text: string;
  /** Whether the city has it. */
  readonly delivered: boolean;
}

/** One tab with the chat open. */
export interface Tab {
  readonly page: Page;
  say(text: string): Promise<void>;
  reload(): Promise<void>;
  /** Waits until the chat says that it has its line. @returns the moment, in milliseconds since the epoch */
  online(): Promise<number>;
  /** Waits until nothing waits to be sent. */
  settled(): Promise<void>;
  /** What the resident said, as it stands in the log, top down. */
  shown(): Promise<Shown[]>;
  /** When each of the resident's messages was first seen as delivered since the last reload. */
  seenAt(): Promise<Readonly<Record<string, number>>>;
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
    shown: () =>
      page.evaluate(() => {
        const log = document.querySelector("veche-chat")?.shadowRoot;
        return [...(log?.querySelectorAll(".messages > .mine") ?? [])].map((one) => ({
          text: one.querySelector(".bubble")?.textContent ?? "",
          delivered: !/Ждёт|Отправляем/.test(one.querySelector(".mark")?.textContent ?? ""),
        }));
      }),
    seenAt: () =>
      page.evaluate(() => (globalThis as unknown as { seenMessages: Record<string, number> }).seenMessages),
    token: () =>
      page.evaluate(() => {
        const name = Object.keys(localStorage).find((key) => key.endsWith(":token"));
        return (name && localStorage.getItem(name)) ?? "";
      }),
  };
  return tab;
}
