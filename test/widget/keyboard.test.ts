import type { Page } from "playwright-core";
import { expect } from "vitest";
import { stateNamed, STATES } from "../../demo/states/states.ts";
import { face } from "./states.fixture.ts";

const closed = stateNamed("closed");
const open = STATES.filter(({ name }) => ["greeting", "answer", "why-not", "sight", "stars"].includes(name));

face(
  "the chat is reached, opened, used and left by keyboard alone, and focus comes back",
  async ({ gallery }) => {
    if (!closed) throw new Error("no closed chat");
    const { page, close } = await gallery.open(closed);
    const { keyboard } = page;

    await keyboard.press("Tab");
    expect(await focused(page), "Tab reaches it").toBe("launcher");
    expect(await stopsFromHere(page), "no hidden stop while it is closed").toEqual(["launcher"]);
    expect(await focused(page)).toBe("launcher");

    await keyboard.press("Enter");
    await expect
      .poll(() => focused(page), { message: "Enter opens it, with focus in the field" })
      .toBe("words");

    await keyboard.type("Где получить справку?");
    await keyboard.press("Enter");
    await page.locator("veche-chat").getByText("Доставлено").waitFor();
    expect(await focused(page), "the field keeps it").toBe("words");

    await keyboard.press("Escape");
    await expect
      .poll(() => focused(page), { message: "Esc closes it and gives focus back" })
      .toBe("launcher");
    expect(await page.locator("veche-chat dialog").isVisible()).toBe(false);
    await close();
  },
);

for (const state of open)
  face(`${state.title}: every stop of the Tab key is in sight and named`, async ({ gallery }) => {
    const { page, close } = await gallery.open(state, { options: { viewport: { width: 360, height: 640 } } });
    const stops = await stopsFromHere(page);
    expect(stops).toContain("words");
    expect(stops.filter((stop) => stop.startsWith("hidden"))).toEqual([]);
    expect(new Set(stops).size).toBeGreaterThan(3);
    await close();
  });

/** Walks by Tab, out of the page and in again, until it is where it began. @returns the stops: id, name, or what hides it */
async function stopsFromHere(page: Page): Promise<string[]> {
  const stops: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const stop = await focused(page);
    if (stops.length > 0 && stop === stops[0]) break;
    if (stop !== "page") stops.push(stop);
    await page.keyboard.press("Tab");
  }
  return stops;
}

/** The focused element's id or name; `page` for none; `hidden …` when nobody can see it or know what it is. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return "page";
    const name =
      element.id || element.getAttribute("aria-label") || element.textContent?.trim() || element.localName;
    element.scrollIntoView({ block: "nearest" });
    const { left, top, width, height } = element.getBoundingClientRect();
    const root = element.getRootNode();
    const at = root instanceof ShadowRoot ? root : document;
    const seen = at.elementFromPoint(left + width / 2, top + height / 2);
    const radio = element instanceof HTMLInputElement && element.closest("label");
    const covers = seen !== null && (element.contains(seen) || seen.contains(element) || !!radio);
    return covers && width > 0 && height > 0 ? name : `hidden ${name}`;
  });
}
