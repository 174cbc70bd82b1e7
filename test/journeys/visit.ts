import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

const SCREENSHOTS = fileURLToPath(new URL("../screenshots/", import.meta.url));
const SCREEN = { width: 1280, height: 900 };
/** What a person waits for at most. */
const PATIENCE_MS = 20_000;

/** One person's browser, with nothing in it from before. */
export interface Visit {
  readonly page: Page;
  /** Addresses asked for so far, WebSockets among them. */
  readonly requests: readonly string[];
  /** Trouble that the journey makes itself, such as a stopped server. */
  expectTrouble(pattern: RegExp): void;
  /** Page errors, console errors, refused by the content policy, and requests to third parties. */
  troubles(): readonly string[];
  /** Somebody else's turn: forgets what was stored on the page's address, and the troubles; the screen is as at first. */
  anew(): Promise<void>;
  /** Takes a picture of the page into `test/screenshots`. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** @param origins all that may be asked for anything */
export async function aVisit(
  browser: Browser,
  origins: readonly string[],
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: SCREEN,
    locale: "ru-RU",
    timezoneId: "Asia/Yekaterinburg",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const expected: RegExp[] = [];
  const seen: string[] = [];
  const requests: string[] = [];

  const asked = (address: string) => {
    requests.push(address);
    const { protocol, origin } = new URL(address.replace(/^ws/, "http"));
    if (protocol.startsWith("http") && !origins.includes(origin)) seen.push(`third party: ${address}`);
  };
  context.on("request", (request) => asked(request.url()));
  context.on("weberror", (error) => seen.push(`page error: ${error.error().stack ?? error.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error") seen.push(`console: ${message.text()} ${message.location().url}`);
  });
  const page = await context.newPage();
  page.on("websocket", (socket) => asked(socket.url()));

  return {
    page,
    requests,
    expectTrouble: (pattern) => void expected.push(pattern),
    troubles: () => seen.filter((trouble) => !expected.some((pattern) => pattern.test(trouble))),
    async anew() {
      await page.setViewportSize(SCREEN);
      await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
      await page.evaluate(async () => {
        localStorage.clear();
        sessionStorage.clear();
        // What is still open goes when the page does.
        for (const { name = "" } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
      });
      await context.clearCookies();
      for (const list of [expected, seen, requests]) list.length = 0;
    },
    async picture(name) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
    },
    close: () => context.close(),
  };
}
