import axe from "axe-core";
import type { Page } from "playwright-core";

/** @source WCAG 2.2, level AA, as GOST R 52872-2019 follows it */
const LAW = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** And what axe's makers advise beyond. */
export const BEST = [...LAW, "best-practice"];

/** What axe finds on the page as it is now: the rule, where, and why. */
export const barriersOn = (page: Page, rules: readonly string[] = LAW): Promise<string[]> =>
  violationsOn(page, { type: "tag", values: [...rules] });

/** Only what another colour scheme may spoil: whether words stand out from what is behind them. */
export const contrastOn = (page: Page): Promise<string[]> =>
  violationsOn(page, { type: "rule", values: ["color-contrast"] });

async function violationsOn(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (only) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const result = await here.run({ runOnly: only, resultTypes: ["violations"] });
    return result.violations;
  }, runOnly);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}
