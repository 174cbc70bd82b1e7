import axe from "axe-core";
import type { Page } from "playwright-core";

/** @source WCAG 2.2, level AA, as GOST R 52872-2019 follows it */
const LAW = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** And what axe's makers advise beyond. */
export const BEST = [...LAW, "best-practice"];

/** What axe finds on the page as it is now: the rule, where, and why. */
export async function barriersOn(page: Page, rules: readonly string[] = LAW): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (values) => {
      const { axe: here } = globalThis as unknown as { axe: typeof axe };
      const result = await here.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] });
      return result.violations;
    },
    [...rules],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
}
