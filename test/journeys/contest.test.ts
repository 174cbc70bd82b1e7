import { fileURLToPath } from "node:url";
import type { OwnEntry } from "@veche/protocol";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";

const DRAWING = fileURLToPath(new URL("../../demo/drawings/kd_9b91dc39.jpg", import.meta.url));
const TITLE = "Ёжик сторожит опушку";
const LAST_NAME = "Синицына";
const CONTACT = "sinitsyna@pochta.example";
/** Bytes per second: slow enough to see the progress. */
const COUNTRY_UPLOAD = 20_000;

journey("a drawing is entered, approved, shown, and withdrawn", async ({ city, people }) => {
  const get = (path: string) => fetch(new URL(path, city.server.url));
  const shownTitles = async () => {
    const { items } = await (await get(`/api/v1/campaigns/${OPEN_CAMPAIGN}/entries?limit=100`)).json();
    return (items as { title: string }[]).map(({ title }) => title);
  };
  const parent = await people.resident("/konkurs/les");
  const { page } = parent;
  const gallery = page.locator("veche-gallery");
  const inGallery = gallery.getByRole("button", { name: new RegExp(TITLE) });

  const { entry } = await enter(page);
  await page.getByRole("heading", { name: `Работа получена. Номер ${entry.number}` }).waitFor();
  const link = await page.locator("veche-entry-form").getByLabel("Личная ссылка на заявку").inputValue();
  expect(link).toMatch(/\/konkurs\/les#veche-entry=/);

  // Nobody sees it before the moderator.
  const pictures = entry.image?.variants.map(({ url }) => url) ?? [];
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures) expect((await get(picture)).status, picture).toBe(404);
  expect(await shownTitles()).not.toContain(TITLE);
  expect(await inGallery.count()).toBe(0);

  const moderator = (await people.staff("moderator", `moderation?campaign=${OPEN_CAMPAIGN}`)).page;
  await moderator.getByRole("button", { name: `№ ${entry.number} «${TITLE}»` }).click();
  const close = moderator.getByRole("dialog", { name: TITLE });
  await close.getByText(CONTACT).waitFor();
  await close.getByRole("button", { name: "Принять" }).click();
  await expect.poll(shownTitles, { timeout: 10_000 }).toContain(TITLE);

  // The parent's own link says so, and the gallery shows it: a first name and a letter.
  await page.goto("about:blank");
  await page.goto(link);
  const mine = page.getByRole("region", { name: "Ваши заявки" });
  await mine.getByText("Участвует в конкурсе").waitFor();
  await gallery.getByText(/Василиса\sС\.,\s8\sлет/).waitFor();
  await inGallery.waitFor();
  expect(await gallery.innerText()).not.toContain(LAST_NAME);
  for (const picture of pictures) expect((await get(picture)).status, picture).toBe(200);

  await mine.getByText("Ссылка и отзыв заявки").click();
  await mine.getByRole("button", { name: "Отозвать заявку" }).click();
  await mine.getByRole("button", { name: "Отозвать и удалить" }).click();
  await mine.getByText(/Заявка отозвана/).waitFor();
  await page.reload();
  await gallery.getByRole("button").first().waitFor();
  expect(await inGallery.count()).toBe(0);
  expect(await shownTitles()).not.toContain(TITLE);
  for (const picture of pictures) expect((await get(picture)).status, picture).toBe(404);
});

/** A parent's five minutes, over a slow line. */
async function enter(page: Page): Promise<{ entry: OwnEntry }> {
  const form = page.locator("veche-entry-form");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    form.getByRole("button", { name: "Выбрать файл" }).click(),
  ]);
  await chooser.setFiles(DRAWING);
  await form.getByRole("img", { name: "Выбранная работа" }).waitFor();

  await form.getByLabel("Имя", { exact: true }).fill("Василиса");
  await form.getByLabel("Фамилия").fill(LAST_NAME);
  await form.getByLabel("Сколько лет сегодня").fill("8");
  await form.getByText("Возрастная группа: 7–10 лет").waitFor();
  await form.getByRole("radiogroup", { name: "Номинация" }).getByRole("radio").first().check();
  await form.getByLabel("Название работы").fill(TITLE);
  await form.getByLabel("Ваше имя").fill("Синицына Ольга Петровна");
  await form.getByLabel("Почта или телефон").fill(CONTACT);
  const consents = form.getByRole("checkbox");
  expect(await consents.count()).toBe(3);
  for (const consent of await consents.all()) {
    expect(await consent.isChecked()).toBe(false);
    await consent.check();
  }

  const network = await page.context().newCDPSession(page);
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: COUNTRY_UPLOAD,
  });
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await form.getByRole("button", { name: "Отправить работу" }).click();
  await form.getByRole("progressbar").waitFor();
  const response = await answered;
  await network.detach();
  expect(response.status()).toBe(201);
  return (await response.json()) as { entry: OwnEntry };
}
