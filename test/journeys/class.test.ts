import type { OwnEntry } from "@veche/protocol";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { drawingFile, admitBySlip, describeClass, type Sent, type Work } from "./entering.ts";
import { journey } from "./town.fixture.ts";

const DRAWINGS = ["1b54538a", "1f2566cb", "1ff2fb1b", "20747d7a", "2393fa72"];
const CHILDREN = ["Аня", "Боря", "Вера", "Глеб", "Даша"];
const works = CHILDREN.map((firstName, index): Work => ({
  firstName,
  age: "8",
  title: `${firstName}: лес живой`,
  drawing: DRAWINGS[index] ?? "",
}));

journey("a class of five is entered by its teacher, over a cut and a reload", async ({ city, people }) => {
  const teacher = await people.resident("/konkurs/les");
  const { page } = teacher;
  const sent: Sent[] = [];
  page.on("response", async (response) => {
    if (response.request().method() === "POST" && response.status() === 201)
      sent.push((await response.json()) as Sent);
  });
  await page.getByRole("button", { name: "Форма для педагога" }).click();
  let form = page.locator("veche-class-form");
  await describeClass(form, works);

  // The third upload is cut, and comes again by itself; the fourth never gets an answer.
  teacher.expectTrouble(/ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_)|Failed to load resource/);
  let uploads = 0;
  await page.route("**/class-entries", async (route) => {
    uploads += 1;
    if (uploads === 3) return route.abort("connectionfailed");
    if (uploads === 5) {
      await route.fetch();
      // On a slow machine the reload cuts it first.
      return route.abort("connectionfailed").catch(() => undefined);
    }
    return route.continue();
  });
  await form.getByRole("button", { name: "Отправить работы: 5" }).click();
  await expect.poll(() => uploads, { timeout: 30_000 }).toBeGreaterThanOrEqual(5);
  await page.reload();
  await page.unroute("**/class-entries");

  await page.getByRole("button", { name: "Форма для педагога" }).click();
  form = page.locator("veche-class-form");
  await form.getByRole("heading", { name: /Получено работ: [34]/ }).waitFor();
  await form.getByRole("button", { name: /Отправить работы: [12]/ }).click();
  await form.getByRole("heading", { name: "Получено работ: 5" }).waitFor();
  const received = await entriesOf(city.server.url, sent);
  expect(received.map(({ consentDue }) => consentDue?.authorFirstName).toSorted()).toEqual(CHILDREN);
  expect(new Set(received.map(({ number }) => number)).size).toBe(5);

  const slips = await printed(page, form);
  expect(slips).toHaveLength(5);
  for (const { code } of received) expect(slips.some((slip) => slip.includes(code))).toBe(true);

  // Nobody can admit it before a parent consents: one by the link, another on paper.
  const [byPhone, onPaper] = sent;
  if (!byPhone || !onPaper) throw new Error("nothing was sent");
  const parent = await people.resident(`/konkurs/les#veche-entry=${byPhone.entry.id}.${byPhone.token}`, {
    viewport: { width: 360, height: 740 },
  });
  const consent = parent.page.locator("veche-parents-consent");
  await consent.getByLabel("Фамилия ребёнка").fill("Белкина");
  await consent.getByLabel("Ваше имя").fill("Нина Белкина");
  await consent.getByLabel("Почта или телефон").fill("belkina@pochta.example");
  for (const box of await consent.getByRole("checkbox").all()) await box.check();
  await consent.getByRole("button", { name: "Согласиться и отправить работу на конкурс" }).click();
  await parent.page.getByText("На проверке").waitFor();

  const moderator = (await people.staff("moderator", `moderation?campaign=${OPEN_CAMPAIGN}`)).page;
  await moderator.getByRole("button", { name: `№ ${byPhone.entry.number} «${byPhone.entry.title}»` }).click();
  const close = moderator.getByRole("dialog", { name: byPhone.entry.title });
  await close.getByRole("button", { name: "Исправить" }).click();
  await moderator.getByRole("radio", { name: /Работа видна не целиком/ }).check();
  await moderator.getByRole("button", { name: "Попросить исправить" }).click();
  // The next work is looked at, and what was done is said there.
  await close.waitFor({ state: "hidden" });
  await moderator.getByRole("dialog").getByText("Попросили исправить работ: 1.").waitFor();
  await parent.page.reload();
  await parent.page.getByText("Работа видна не целиком").waitFor();
  await moderator.keyboard.press("z");
  await moderator.getByRole("dialog").getByText("Решение отменено.").waitFor();
  await moderator.keyboard.press("Escape");

  // Asked again, the parent sends another picture and fills in nothing.
  const asked = await moderator.request.post(`${city.server.url}/api/v1/staff/entries/decisions`, {
    headers: { origin: city.server.url },
    data: { ids: [byPhone.entry.id], decision: "ask_fix", reason: "Снимок тёмный, нужен светлее." },
  });
  expect(asked.status()).toBe(200);
  await parent.page.reload();
  const mended = parent.page.locator("veche-mended-picture");
  await mended.getByRole("button", { name: "Выбрать другой снимок" }).waitFor();
  await mended.locator("input").setInputFiles(drawingFile("2fa1f66c"));
  await parent.page.getByText("На проверке").waitFor();
  const [now] = await entriesOf(city.server.url, [byPhone]);
  expect(now).toMatchObject({ number: byPhone.entry.number, state: "submitted" });
  expect(now).not.toHaveProperty("reason");
  expect(now?.image?.variants[0]?.url).not.toBe(byPhone.entry.image?.variants[0]?.url);

  await admitBySlip(moderator, onPaper.entry, "Воронов");
  const state = async () => (await entriesOf(city.server.url, [onPaper]))[0]?.state;
  await expect.poll(state, { timeout: 10_000 }).toBe("approved");
});

/** As the holder of each token is told. */
async function entriesOf(server: string, sent: readonly Sent[]): Promise<OwnEntry[]> {
  return await Promise.all(
    sent.map(async ({ entry: { id }, token }) => {
      const answer = await fetch(`${server}/api/v1/entries/${id}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      return ((await answer.json()) as { entry: OwnEntry }).entry;
    }),
  );
}

/** What would come out of the printer, page by page. */
async function printed(page: Page, form: Locator): Promise<string[]> {
  const sheets = page.waitForFunction(() => {
    const frame = document.querySelector<HTMLIFrameElement>("iframe.veche-slips");
    const slips = [...(frame?.contentDocument?.querySelectorAll<HTMLElement>(".slip") ?? [])];
    return slips.length > 0 && slips.map(({ textContent }) => textContent);
  });
  await form.getByRole("button", { name: "Распечатать листки для родителей" }).click();
  return (await (await sheets).jsonValue()) as string[];
}
