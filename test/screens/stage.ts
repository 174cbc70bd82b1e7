import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Role } from "@veche/protocol";
import type { Locator, Page } from "playwright-core";
import type { DemoCity } from "../journeys/demo-city.ts";
import { DEMO_PASSWORD } from "../journeys/demo-city.setup.ts";

export const SCREENSHOTS = fileURLToPath(new URL("../screenshots/", import.meta.url));
export const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
] as const;
export const SCHEMES = ["light", "dark"] as const;
export const LANGUAGES = ["ru", "en"] as const;

/** How a scene is looked at. */
export interface Look {
  readonly size: (typeof SIZES)[number];
  readonly scheme: (typeof SCHEMES)[number];
  readonly language: (typeof LANGUAGES)[number];
}

export const nameOf = ({ size, scheme, language }: Look) => `${size.width}-${scheme}-${language}`;

/** One browser, looking one way, on which a scene is played. */
export interface Stage {
  readonly page: Page;
  readonly look: Look;
  readonly city: DemoCity;
  /** The words of the page's language. */
  words(russian: string, english: string): string;
  /** Opens a page of the town's site. */
  town(russian: string, english: string): Promise<void>;
  /** Opens a page of the server, signed in when a role is given. */
  server(path: string, role?: Role): Promise<void>;
  shoot(name: string, what?: { readonly whole?: boolean; readonly of?: Locator }): Promise<void>;
}

export interface Scene {
  readonly name: string;
  play(stage: Stage): Promise<void>;
}

/** Opens a browser, plays the scene in it and closes it. */
export async function perform(scene: Scene, look: Look, city: DemoCity): Promise<void> {
  const { language, scheme, size } = look;
  const context = await city.browser.newContext({
    viewport: size,
    colorScheme: scheme,
    locale: language === "ru" ? "ru-RU" : "en-GB",
    timezoneId: "Asia/Yekaterinburg",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const words = (russian: string, english: string) => (language === "ru" ? russian : english);
  try {
    await scene.play({
      page,
      look,
      city,
      words,
      async town(russian, english) {
        await page.goto(city.site + words(russian, english));
        await settled(page);
      },
      async server(path, role) {
        if (role) await context.addCookies([{ ...(await sessionOf(city, role)), url: city.server.url }]);
        await page.goto(city.server.url + path);
        await settled(page);
      },
      async shoot(name, { whole = false, of } = {}) {
        const folder = join(SCREENSHOTS, name);
        mkdirSync(folder, { recursive: true });
        const path = join(folder, `${nameOf(look)}.png`);
        if (whole) await wakePictures(page);
        if (of) await of.screenshot({ path });
        else await page.screenshot({ path, fullPage: whole });
        await tellOverflow(page, name, look);
      },
    });
  } finally {
    await context.close();
  }
}

/** Pictures far below are fetched when somebody comes near. */
async function wakePictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    scrollTo(0, 0);
  });
  await settled(page);
}

const settled = (page: Page) => page.waitForLoadState("networkidle");

/** A page that scrolls sideways is told at once. */
async function tellOverflow(page: Page, name: string, look: Look): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) console.log(`${name} ${nameOf(look)}: ${over} px wider than the screen`);
}

/** The staff session's cookie, as the sign-in sets it. */
export async function sessionOf(city: DemoCity, role: Role): Promise<{ name: string; value: string }> {
  const { url } = city.server;
  const answer = await fetch(`${url}/api/v1/staff/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email: `${role}@novorechensk.example`, password: DEMO_PASSWORD }),
  });
  const [name, value] = (answer.headers.getSetCookie()[0]?.split(";")[0] ?? "").split("=");
  if (!name || !value) throw new Error(`${role} could not sign in: ${answer.status}`);
  return { name, value };
}
