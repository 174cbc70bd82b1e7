import type { Locator } from "playwright-core";

const MOST_STEPS = 80;

/** Goes on with Tab until the element has the keyboard. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await target.evaluate((it) => it.matches(":focus"))) return;
    await target.page().keyboard.press("Tab");
  }
  throw new Error(`the keyboard never came to ${String(target)}`);
}
