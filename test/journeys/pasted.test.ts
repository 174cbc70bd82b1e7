import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriersOn } from "./barriers.ts";
import { chatOn } from "./chat-panel.ts";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";

const HASH = /integrity="sha384-[\w+/=]{64}"/;

journey(
  "the code that a site owner copies works, pasted into a page of the strictest policy",
  async ({ city, people }) => {
    const owner = await people.resident("/");
    const { page } = owner;
    await page.goto(`${city.server.url}/embed?lang=ru`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    expect(await barriersOn(page)).toEqual([]);

    await page.getByRole("combobox", { name: /^Элемент/ }).selectOption("gallery");
    await page.getByRole("combobox", { name: /^Конкурс/ }).selectOption(OPEN_CAMPAIGN);
    await page.getByRole("combobox", { name: /^Язык/ }).selectOption("ru");
    await page.locator("#code-html").filter({ hasText: "<veche-gallery" }).waitFor();
    const preview = page.frameLocator("iframe");
    await preview.locator("veche-gallery").getByRole("button").first().waitFor();
    const html = await copied(page, "Скопировать: Обычный HTML");
    const policy = await copied(page, "Скопировать: Строгая политика содержимого");
    expect(html).toMatch(HASH);

    const pasted = await paste(page, `${city.site}/pasted`, html, policy);
    await page.locator("veche-gallery").getByRole("button").first().waitFor();
    const chat = chatOn(page);
    await chat.open();
    await (await chat.ask("как встать в очередь в детский сад")).getByText("Источник").waitFor();
    expect(await pasted.violations()).toEqual([]);
  },
);

journey(
  "colours, side and language that are chosen are in the code and on the page",
  async ({ city, people }) => {
    const { page } = await people.resident("/");
    await page.goto(`${city.server.url}/embed?lang=en`);
    await page.getByRole("combobox", { name: /^Chat button/ }).selectOption("left");
    await page.getByRole("combobox", { name: /^Language/ }).selectOption("en");
    await page.getByRole("textbox", { name: "Colour" }).fill("#7a1f5c");
    await page.getByRole("textbox", { name: "The chat's title" }).fill("Ask O'Brien & Co");
    await page.locator("#code-css").filter({ hasText: "--veche-accent: #7a1f5c" }).waitFor();
    const tilda = await copied(page, "Copy: Tilda");
    const bitrix = await page.locator("#code-bitrix").innerText();
    expect(tilda).toContain("<style>");
    expect(tilda).toContain('heading="Ask O&#39;Brien &amp; Co"');
    for (const code of [tilda, bitrix, await page.locator("#code-wordpress").innerText()])
      expect(code).toMatch(HASH);

    await paste(page, `${city.site}/pasted`, tilda);
    const chat = chatOn(page, "en");
    await chat.open();
    await chat.panel.getByRole("heading", { name: "Ask O'Brien & Co" }).waitFor();
    const { x } = (await chat.launcher.boundingBox()) ?? { x: Infinity };
    expect(x).toBeLessThan(100);
    const colour = () =>
      chat.panel.locator("[part=send]").evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(await colour()).not.toBe(await defaultColour(page));
  },
);

/** Presses the button. @returns what the clipboard holds then */
async function copied(page: Page, button: string): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: button, exact: true }).click();
  await page
    .getByRole("status")
    .filter({ hasText: /Скопировано|Copied/ })
    .waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Puts the code into a bare page of the town, under nothing but the given policy. */
async function paste(page: Page, address: string, code: string, policy?: string) {
  await page.route(address, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: policy
        ? { "content-security-policy": `default-src 'none';\n${policy}`.replaceAll("\n", " ") }
        : {},
      body: `<!doctype html><html lang="ru"><title>Город</title><link rel="icon" href="data:,"><body><h1>Город</h1>${code}</body></html>`,
    }),
  );
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seenViolations: seen });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      seen.push(`${violatedDirective} ${blockedURI}`),
    );
  });
  // A page that was handed in has no address of its own: to the browser it comes from far away.
  await page.context().grantPermissions(["local-network-access"], { origin: new URL(address).origin });
  await page.goto(address);
  return {
    violations: () =>
      page.evaluate(() => (globalThis as unknown as { seenViolations: string[] }).seenViolations),
  };
}

const defaultColour = (page: Page) =>
  page.evaluate(() => {
    const probe = document.createElement("p");
    probe.style.color = "oklch(from #14599c min(l, 0.5) c h)";
    document.body.append(probe);
    return getComputedStyle(probe).color;
  });
