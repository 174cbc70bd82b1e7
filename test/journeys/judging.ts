import type { Page } from "playwright-core";
import { expect } from "vitest";
import { DEMO_PASSWORD } from "./demo-city.setup.ts";

/** Invites jurors until there are so many, and lets them choose their passwords. @returns their e-mails */
export async function theJurors(admin: Page, server: string, wanted: number): Promise<string[]> {
  const emails = ["jury@novorechensk.example"];
  for (let one = 2; one <= wanted; one += 1) {
    const email = `jury-${one}@novorechensk.example`;
    const invited = { email, name: `Член жюри ${one}`, role: "jury" };
    const link = await admin.evaluate(async (body) => {
      const answer = await fetch("/api/v1/staff/invitations", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return ((await answer.json()) as { link: string }).link;
    }, invited);
    const token = new URLSearchParams(new URL(link).hash.slice(1)).get("invitation");
    const accepted = await fetch(`${server}/api/v1/staff/invitations/acceptance`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: server },
      body: JSON.stringify({ token, password: DEMO_PASSWORD }),
    });
    expect(accepted.status).toBe(200);
    emails.push(email);
  }
  return emails;
}

/**
 * A juror gives points to every work by keys.
 *
 * @param points title → a digit for each criterion
 * @param unknown what a juror may not see anywhere
 */
export async function judge(
  page: Page,
  points: ReadonlyMap<string, string>,
  unknown: readonly string[],
): Promise<void> {
  const room = page.locator("console-jury");
  for (let judged = 0; judged < points.size; judged += 1) {
    const title = await room.locator(".about h2").innerText();
    for (const name of unknown) expect(await room.innerText()).not.toContain(name);
    await room.getByText("Сохранено").waitFor();
    await page.keyboard.type(points.get(title) ?? "");
    await room.getByText(`Оценено ${judged + 1} из ${points.size}`).waitFor();
    await room.getByText("Сохранено").waitFor();
    if (judged + 1 < points.size) {
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => room.locator(".about h2").innerText()).not.toBe(title);
    }
  }
}
