import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";

interface Entered {
  readonly campaign: string;
  readonly author: { readonly firstName: string; readonly lastName: string };
  readonly guardian: { readonly name: string; readonly contact: string };
}

const WINNERS = `/api/v1/campaigns/${OPEN_CAMPAIGN}/winners`;
const FEEDS = ["/feeds/announcements.json", "/feeds/announcements.atom"];
/** First name, last initial, age. */
const PUBLIC_NAME = /^\p{Lu}\p{Ll}+ \p{Lu}\., \d+/u;

journey("winners are nowhere before the announcement and everywhere after it", async ({ city, people }) => {
  const read = async (path: string) => (await fetch(city.server.url + path)).text();
  const secrets = await whatNobodyMayRead();
  const resident = await people.resident("/konkurs/les/itogi");
  resident.expectTrouble(new RegExp(`404 .*${WINNERS}`));
  const { page } = resident;
  const winners = page.locator("veche-winners");

  const admin = (await people.staff("admin", `results?campaign=${OPEN_CAMPAIGN}`)).page;
  await admin.getByRole("button", { name: "Закрыть приём и судить" }).click();
  await confirm(admin, "Судейство");
  const places = admin.getByRole("combobox", { name: /^Место работы/ });
  await places.first().waitFor();
  const chosen = await admin
    .getByRole("table")
    .first()
    .getByRole("combobox", { name: /^Место работы/ })
    .all();
  for (const [index, place] of chosen.slice(0, 2).entries())
    await place.selectOption({ label: `${index + 1} место` });
  await places.last().selectOption({ label: "1 место" });
  await admin.getByRole("button", { name: "Запечатать результаты" }).click();
  await admin.getByText(/Результаты запечатаны/).waitFor();

  // Sealed: the admin knows, the town does not.
  const awarded = await admin
    .getByRole("row")
    .filter({ has: admin.getByRole("textbox") })
    .count();
  expect((await fetch(city.server.url + WINNERS)).status).toBe(404);
  for (const feed of FEEDS) expect(await read(feed)).not.toContain("Защитим лес");
  await page.reload();
  await winners.getByText(/Победителей объявим/).waitFor();
  expect(await winners.getByRole("figure").count()).toBe(0);

  await admin.goto(`${city.server.url}/console/announcements?campaign=${OPEN_CAMPAIGN}`);
  await admin.getByRole("button", { name: "Объявить сейчас" }).click();
  await confirm(admin, "Объявить");
  await admin.getByText(`Итоги объявлены. Победителей: ${awarded}.`).waitFor();

  await page.reload();
  await winners.getByText(/Итоги объявлены/).waitFor();
  const shown = winners.getByRole("figure");
  await shown.first().waitFor();
  expect(await shown.count()).toBe(awarded);
  for (const name of await winners.locator(".author").allInnerTexts()) expect(name).toMatch(PUBLIC_NAME);

  const published = [await read(WINNERS), ...(await Promise.all(FEEDS.map(read)))];
  for (const text of published.slice(1)) expect(text).toContain("Защитим лес");
  for (const text of [...published, await winners.innerText()])
    for (const secret of secrets) expect(text).not.toContain(secret);
});

/** The confirmation dialog's button. */
async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole("alertdialog").getByRole("button", { name: label, exact: true }).click();
}

/** Last names, guardians and their contacts, as the demo's entries have them. */
async function whatNobodyMayRead(): Promise<string[]> {
  const file = fileURLToPath(new URL("../../demo/entries.json", import.meta.url));
  const entries = JSON.parse(await readFile(file, "utf8")) as Entered[];
  return entries
    .filter(({ campaign }) => campaign === OPEN_CAMPAIGN)
    .flatMap(({ author, guardian }) => [author.lastName, guardian.name, guardian.contact]);
}
