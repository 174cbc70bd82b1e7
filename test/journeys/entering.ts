import { fileURLToPath } from "node:url";
import type { OwnEntry } from "@veche/protocol";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** One work as somebody brings it. */
export interface Work {
  readonly firstName: string;
  readonly age: string;
  readonly title: string;
  /** Of the demo's drawings: `1b54538a`. */
  readonly drawing: string;
}
export interface Sent {
  readonly entry: OwnEntry;
  readonly token: string;
}

export const drawingFile = (name: string) =>
  fileURLToPath(new URL(`../../demo/drawings/kd_${name}.jpg`, import.meta.url));

/** Picks a drawing by the form's own button and waits until it is shown. */
export async function pick(form: Locator, drawing: string): Promise<void> {
  const [chooser] = await Promise.all([
    form.page().waitForEvent("filechooser"),
    form.getByRole("button", { name: "Выбрать файл" }).click(),
  ]);
  await chooser.setFiles(drawingFile(drawing));
  await form.getByRole("img", { name: "Выбранная работа" }).waitFor();
}

/** What a parent writes of the child and the work. */
export async function describeWork(
  form: Locator,
  { firstName, age, title }: Work,
  lastName: string,
): Promise<void> {
  await form.getByLabel("Имя", { exact: true }).fill(firstName);
  await form.getByLabel("Фамилия").fill(lastName);
  await form.getByLabel("Сколько лет сегодня").fill(age);
  await form.getByRole("radiogroup", { name: "Номинация" }).getByRole("radio").first().check();
  await form.getByLabel("Название работы").fill(title);
}

/** All consents of a form, none of which may be given beforehand. */
export async function giveConsents(form: Locator): Promise<void> {
  const consents = form.getByRole("checkbox");
  expect(await consents.count()).toBe(3);
  for (const consent of await consents.all()) {
    expect(await consent.isChecked()).toBe(false);
    await consent.check();
  }
}

/** Presses a button that sends a work, and hears what the server says to it. */
export async function sentBy(page: Page, send: () => Promise<unknown>): Promise<Sent> {
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await send();
  const response = await answered;
  expect(response.status()).toBe(201);
  return (await response.json()) as Sent;
}

/** Adds works to a teacher's list and writes what a teacher knows of the children. */
export async function describeClass(form: Locator, works: readonly Work[]): Promise<Locator> {
  const [chooser] = await Promise.all([
    form.page().waitForEvent("filechooser"),
    form.getByRole("button", { name: "Добавить фото работ" }).click(),
  ]);
  await chooser.setFiles(works.map(({ drawing }) => drawingFile(drawing)));
  const groups = form.getByRole("group", { name: /^Работа \d/ });
  await expect.poll(() => groups.count()).toBe(works.length);
  await form.getByLabel("Ваше имя").fill("Ольга Петровна");
  await form.getByLabel("Ваша почта или телефон").fill("olga@shkola.example");
  await form.getByLabel("Школа, сад или студия").fill("Школа № 41");
  await form.getByLabel("Класс или группа").fill("2 «Б»");
  for (const [index, { firstName, age, title }] of works.entries()) {
    const work = groups.nth(index);
    await work.getByLabel("Имя ребёнка").fill(firstName);
    await work.getByLabel("Возраст").fill(age);
    await work.getByLabel("Название работы").fill(title);
    await work.getByLabel("Номинация").selectOption({ index: 1 });
  }
  return groups;
}

/** A moderator opens the work, notes the parent's consent from the signed slip, and admits it. */
export async function admitBySlip(moderator: Page, entry: OwnEntry, lastName: string): Promise<void> {
  await moderator.getByRole("button", { name: `№ ${entry.number} «${entry.title}»` }).click();
  const slip = moderator.locator("console-consent-slip");
  await slip.getByLabel("Код с листка").fill(entry.code);
  await slip.getByLabel("Фамилия ребёнка").fill(lastName);
  await slip.getByLabel("Имя и фамилия родителя").fill(`Пётр ${lastName}`);
  await slip.getByLabel("Телефон или почта").fill("+7 900 000-00-00");
  for (const box of await slip.getByRole("checkbox").all()) await box.check();
  await slip.getByRole("button", { name: "Отметить согласие" }).click();
  await slip.waitFor({ state: "detached" });
  await moderator.getByRole("dialog").getByRole("button", { name: "Принять" }).click();
}
