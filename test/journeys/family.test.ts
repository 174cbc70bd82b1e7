import type { OwnEntry } from "@veche/protocol";
import { expect } from "vitest";
import { describeWork, giveConsents, pick, type Work } from "./entering.ts";
import { journey } from "./town.fixture.ts";

const FIRST: Work = { firstName: "Мила", age: "9", title: "Родник", drawing: "1b54538a" };
const SECOND: Work = { firstName: "Тихон", age: "15", title: "Дозор", drawing: "1f2566cb" };

journey("two children in one sitting, over a reload and a cut upload", async ({ people, city }) => {
  const parent = await people.resident("/konkurs/les", { viewport: { width: 360, height: 740 } });
  const { page } = parent;
  const received: OwnEntry[] = [];
  page.on("response", async (response) => {
    if (response.request().method() === "POST" && response.status() === 201)
      received.push(((await response.json()) as { entry: OwnEntry }).entry);
  });
  const form = page.locator("veche-entry-form");
  const send = form.getByRole("button", { name: /^Отправить (работу|ещё раз)$/ });

  await pick(form, FIRST.drawing);
  await describeWork(form, FIRST, "Гусева");
  await form.getByLabel("Ваше имя").fill("Мария Гусева");
  await form.getByLabel("Почта или телефон").fill("guseva@pochta.example");
  await page.reload();
  // What was written and picked is there again; consents are given at the moment of sending.
  await form.getByRole("img", { name: "Выбранная работа" }).waitFor();
  expect(await form.getByLabel("Название работы").inputValue()).toBe("Родник");
  await giveConsents(form);

  // The first upload arrives, but its answer is lost; the parent's phone sends it again by itself.
  parent.expectTrouble(/Failed to load resource/);
  let uploads = 0;
  await page.route("**/entries", async (route) => {
    if (route.request().method() !== "POST" || (uploads += 1) > 1) return route.continue();
    await route.fetch();
    return route.abort("connectionfailed");
  });
  await send.click();
  await form.getByRole("heading", { name: /^Работа получена\. Номер \d+$/ }).waitFor();
  expect(uploads).toBe(2);

  await form.getByRole("button", { name: "Отправить ещё одну работу" }).click();
  expect(await form.getByLabel("Ваше имя").inputValue()).toBe("Мария Гусева");
  expect(await form.getByLabel("Имя", { exact: true }).inputValue()).toBe("");
  await pick(form, SECOND.drawing);
  await describeWork(form, SECOND, "Гусева");
  // One act for what was agreed to before; the author of 15 agrees too.
  const asBefore = form.getByRole("checkbox", { name: /те же согласия, что для «Родник»/ });
  expect(await asBefore.isChecked()).toBe(false);
  await asBefore.check();
  await send.click();
  await form.getByText("Осталось поправить: 1.").waitFor();
  await form.getByRole("checkbox", { name: /Я автор, мне от 14 до 17 лет/ }).check();
  await send.click();
  await form.getByRole("heading", { name: /^Работа получена\. Номер \d+$/ }).waitFor();

  await expect.poll(() => received.map(({ title }) => title)).toEqual(["Родник", "Дозор"]);
  expect(received[1]?.number).toBe((received[0]?.number ?? 0) + 1);
  const mine = page.getByRole("region", { name: "Ваши заявки" });
  await expect.poll(() => mine.getByRole("listitem").count()).toBe(2);

  // On the way they vote for an idea, change their mind, and it stays one vote over a reload.
  const ideas = `${city.server.url}/campaigns/idei-dlya-goroda`;
  await page.goto(ideas);
  const gallery = page.locator("veche-gallery");
  const shelter = gallery.getByRole("figure").filter({ hasText: "Навес у школы № 7" });
  const votes = async () => Number(/Голосов: (\d+)/.exec(await shelter.innerText())?.[1]);
  await shelter.waitFor();
  const before = await votes();
  await gallery.getByRole("button", { name: "Проголосовать за «Навес у школы № 7»" }).click();
  await gallery.getByRole("button", { name: "Ваш голос: «Навес у школы № 7»" }).waitFor();
  await expect.poll(votes).toBe(before + 1);
  await gallery.getByRole("button", { name: "Проголосовать за «Скамейки лицом к воде»" }).click();
  await gallery.getByRole("button", { name: "Ваш голос: «Скамейки лицом к воде»" }).waitFor();
  await expect.poll(votes).toBe(before);
  await page.reload();
  await expect.poll(() => gallery.getByRole("button", { name: /^Ваш голос/ }).count()).toBe(1);
});
