import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";
import type { Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";
import { openDemoCity } from "./demo-city.ts";
import {
  admitBySlip,
  describeClass,
  describeWork,
  giveConsents,
  pick,
  type Sent,
  sentBy,
  type Work,
} from "./entering.ts";
import { judge, theJurors } from "./judging.ts";
import { journey } from "./town.fixture.ts";

const LAST_YEARS = "Конкурс детских рисунков «Мой город весной»";
const SLUG = "moy-gorod-vesnoy-2027";
const STEPPED = fileURLToPath(new URL("../faults/stepped-clock.mjs", import.meta.url));
const VASILISA: Work = { firstName: "Василиса", age: "8", title: "Ёжик у подъезда", drawing: "9b91dc39" };
const TIKHON: Work = { firstName: "Тихон", age: "9", title: "Кот на крыше", drawing: "1b54538a" };
const CLASS: readonly Work[] = [
  { firstName: "Аня", age: "8", title: "Скворечник", drawing: "1f2566cb" },
  { firstName: "Боря", age: "8", title: "Ручей", drawing: "1ff2fb1b" },
];
/** What no public place may ever say. */
const SECRETS = ["Синицын", "sinitsyna", "Белкин", "Ольга Петровна", "Школа № 41"];
/** Bytes per second: slow enough to see the progress. */
const COUNTRY_UPLOAD = 40_000;
const MINUTE_MS = 60_000;
const CITY_AHEAD_MS = 5 * 60 * MINUTE_MS;

/** The server's clock can be moved on, so that nobody waits for a minute to come. */
const season = journey
  // oxlint-disable-next-line no-empty-pattern -- what a fixture needs is read from its pattern
  .extend("later", { scope: "file" }, async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "veche-clock-"));
    onCleanup(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "step");
    const by = (ms: number) => writeFileSync(file, String(ms));
    by(0);
    return { file, by };
  })
  .extend("city", { scope: "file" }, async ({ later }, { onCleanup }) => {
    const city = await openDemoCity(inject("demoCity"), {
      CLOCK_FILE: later.file,
      NODE_OPTIONS: `--import ${pathToFileURL(STEPPED).href}`,
    });
    onCleanup(() => city.close());
    return city;
  });

season("a season, from last year's contest to the one who is withdrawn", async ({ city, people, later }) => {
  const { url } = city.server;
  const read = async (path: string) => (await fetch(url + path)).text();
  const statusOf = async (path: string) => (await fetch(new URL(path, url))).status;
  const api = `/api/v1/campaigns/${SLUG}`;
  /** Where the results will be told, each by its address. */
  const told = [
    `${api}/winners`,
    `${api}/press-release`,
    "/feeds/announcements.json",
    "/feeds/announcements.atom",
    "/campaigns",
  ];

  // Created from last year's, and opened.
  const admin = (await people.staff("admin", "campaigns")).page;
  await admin
    .getByRole("row", { name: LAST_YEARS })
    .getByRole("button", { name: "Провести снова" })
    .first()
    .click();
  const terms = admin.locator("console-campaign-editor");
  await writeMoment(terms.getByLabel("Приём работ с"), -20 * 24 * 60 * MINUTE_MS);
  await terms.getByRole("button", { name: "Сохранить" }).click();
  await admin.getByText("Условия изменены.").waitFor();
  await terms.getByText("Всё на месте: конкурс можно открыть.").waitFor();
  await terms.getByRole("button", { name: "Все конкурсы" }).click();
  const draft = admin.getByRole("row", { name: new RegExp(`^${LAST_YEARS} Черновик`) });
  await draft.getByRole("button", { name: "Открыть приём" }).click();
  await confirm(admin, "Идёт приём");
  // In the first half of the time for entries the terms may still change.
  await admin
    .getByRole("row", { name: new RegExp(`^${LAST_YEARS} Идёт приём`) })
    .getByRole("button", { name: "Условия" })
    .click();
  await writeMoment(terms.getByLabel("Судейство до"), 3 * MINUTE_MS);
  await terms.getByRole("button", { name: "Сохранить" }).click();
  await admin.getByText("Условия изменены.").last().waitFor();
  await terms.getByRole("button", { name: "Все конкурсы" }).click();

  // A parent brings two drawings over a slow line, a teacher two of her class.
  const { page } = await people.resident(`${url}/campaigns/${SLUG}`);
  await page.getByText(/^Принимаем работы/).waitFor();
  expect(await page.getByRole("heading", { name: LAST_YEARS, exact: true }).count()).toBe(1);
  const form = page.locator("veche-entry-form");
  const vasilisa = await parentSends(page);
  const link = await form.getByLabel("Личная ссылка на заявку").inputValue();
  await form.getByRole("button", { name: "Отправить ещё одну работу" }).click();
  await pick(form, TIKHON.drawing);
  await describeWork(form, TIKHON, "Синицын");
  await form.getByRole("checkbox", { name: /те же согласия/ }).check();
  const tikhon = await sentBy(page, () => form.getByRole("button", { name: "Отправить работу" }).click());

  const teacher = (await people.resident(`${url}/campaigns/${SLUG}`)).page;
  const fromClass: Sent[] = [];
  teacher.on("response", async (response) => {
    if (response.request().method() === "POST" && response.status() === 201)
      fromClass.push((await response.json()) as Sent);
  });
  await teacher.getByRole("button", { name: "Форма для педагога" }).click();
  const classForm = teacher.locator("veche-class-form");
  await describeClass(classForm, CLASS);
  await classForm.getByRole("button", { name: "Отправить работы: 2" }).click();
  await classForm.getByRole("heading", { name: "Получено работ: 2" }).waitFor();
  const [anya] = fromClass;
  if (!anya) throw new Error("the teacher's works did not come");

  // Nobody sees them before the moderator, who admits three; the fourth waits for its parent.
  const pictures = vasilisa.entry.image?.variants.map((it) => it.url) ?? [];
  expect(pictures.length).toBeGreaterThan(0);
  for (const picture of pictures) expect(await statusOf(picture), picture).toBe(404);
  const shownTitles = async () =>
    (JSON.parse(await read(`${api}/entries`)) as { items: { title: string }[] }).items.map((it) => it.title);
  expect(await shownTitles()).toEqual([]);
  const moderator = (await people.staff("moderator", `moderation?campaign=${SLUG}`)).page;
  for (const { entry } of [vasilisa, tikhon]) {
    await moderator.getByRole("button", { name: `№ ${entry.number} «${entry.title}»` }).click();
    const close = moderator.getByRole("dialog", { name: entry.title });
    await close.getByText("sinitsyna@pochta.example").waitFor();
    await close.getByRole("button", { name: "Принять" }).click();
    await moderator.keyboard.press("Escape");
    await close.waitFor({ state: "hidden" });
  }
  await admitBySlip(moderator, anya.entry, "Белкина");
  await expect.poll(shownTitles).toHaveLength(3);
  await page.goto("about:blank");
  await page.goto(link);
  const mine = page.getByRole("region", { name: "Ваши заявки" });
  await mine.getByText("Участвует в конкурсе").first().waitFor();
  const gallery = page.locator("veche-gallery");
  await gallery.getByText(/Василиса\sС\.,\s8\sлет/).waitFor();

  // Three jurors who see no names; two works get the same in the end.
  await draft.waitFor({ state: "detached" });
  await admin
    .getByRole("row", { name: /Идёт приём/ })
    .filter({ hasText: LAST_YEARS })
    .getByRole("button", { name: "Закрыть приём и судить" })
    .click();
  await confirm(admin, "Судейство");
  await admin.getByText("Теперь: Судейство.").waitFor();
  const [ninth, seventh, fourth] = ["999", "777", "444"];
  const jurors = await theJurors(admin, url, 3);
  await Promise.all(
    [
      [ninth, seventh, fourth],
      [seventh, ninth, fourth],
      ["888", "888", "444"],
    ].map(async (given, index) => {
      const juror = jurors[index] ?? "";
      const [a, b, c] = given;
      const points = new Map([
        [VASILISA.title, a ?? ""],
        [TIKHON.title, b ?? ""],
        [anya.entry.title, c ?? ""],
      ]);
      await judge(await people.member(juror, `jury?campaign=${SLUG}`), points, ["Василиса", ...SECRETS]);
    }),
  );

  // The judging ends; the tie is the administrator's to settle: both are first.
  later.by(4 * MINUTE_MS);
  await admin.goto(`${url}/console/results?campaign=${SLUG}`);
  const rowOf = (title: string) => admin.getByRole("row").filter({ hasText: title });
  await rowOf(VASILISA.title).waitFor();
  const scores = await Promise.all(
    [VASILISA, TIKHON].map((it) => rowOf(it.title).getByRole("cell").nth(2).innerText()),
  );
  expect(scores).toEqual(["80,0", "80,0"]);
  expect(await admin.getByText("Запечатано", { exact: true }).count(), "nothing is sealed yet").toBe(0);
  for (const [title, place] of [
    [VASILISA.title, "Победитель, 1 место"],
    [TIKHON.title, "Победитель, 1 место"],
    [anya.entry.title, "Призёр, 2 место"],
  ] as const)
    await rowOf(title).getByRole("combobox").selectOption({ label: place });
  await admin.getByRole("button", { name: "Запечатать результаты" }).click();
  await admin.getByText(/Результаты запечатаны/).waitFor();

  // Announced at its minute: nothing before it, everything together from then on.
  await admin.goto(`${url}/console/announcements?campaign=${SLUG}`);
  await admin.getByRole("radio", { name: "В назначенную минуту" }).check();
  await writeMoment(admin.getByLabel(/^Дата и время/), 8 * MINUTE_MS);
  await admin.getByRole("button", { name: "Назначить…" }).click();
  await confirm(admin, "Назначить");
  await admin.getByText(/^Назначено на/).waitFor();
  const before = await Promise.all(told.map(read));
  for (const text of before) for (const { title } of [VASILISA, TIKHON]) expect(text).not.toContain(title);
  expect(await statusOf(`${api}/winners`)).toBe(404);
  later.by(9 * MINUTE_MS);
  for (const path of told) expect(await read(path), path).toContain(VASILISA.title);
  await page.goto(`${url}/campaigns/${SLUG}`);
  const winners = page.locator("veche-winners");
  await winners.getByText(/Итоги объявлены/).waitFor();
  await expect.poll(() => winners.getByRole("figure").count()).toBe(3);
  for (const name of await winners.locator(".author").allInnerTexts())
    expect(name).toMatch(/^\p{Lu}\p{Ll}+ \p{Lu}\., \d+/u);
  for (const text of [...(await Promise.all(told.map(read))), await page.innerText("main")])
    for (const secret of SECRETS) expect(text).not.toContain(secret);

  // Diplomas are printed, and a number on one can be checked.
  await admin.reload();
  await admin.getByRole("button", { name: "Сделать документы" }).click();
  await admin.getByText("Готово: 4 из 4").waitFor();
  const papers = admin.locator("console-certificates");
  const [file] = await Promise.all([
    admin.waitForEvent("download"),
    papers.getByRole("listitem").filter({ hasText: "Дипломы" }).getByRole("link", { name: /PDF/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${SLUG}-diploma.pdf`);
  await file.delete();
  const diploma = papers.getByRole("row", { name: `№ ${vasilisa.entry.number}` });
  const number = await diploma.locator("code").innerText();
  expect(await statusOf(`/certificates/${number}`)).toBe(200);

  // One child is withdrawn, and is gone from everywhere that the public can look.
  await page.goto("about:blank");
  await page.goto(link);
  const own = mine.getByRole("listitem").filter({ hasText: VASILISA.title });
  await own.getByText("Ссылка и отзыв заявки").click();
  await own.getByRole("button", { name: "Отозвать заявку" }).click();
  await own.getByRole("button", { name: "Отозвать и удалить" }).click();
  await mine.getByText(/Заявка отозвана/).waitFor();
  for (const path of [...told, `${api}/entries`, `/campaigns/${SLUG}/press`])
    expect(await read(path), path).not.toMatch(/Василиса|Ёжик у подъезда/);
  for (const path of [
    ...pictures,
    `/campaigns/${SLUG}/works/${vasilisa.entry.number}`,
    `/certificates/${number}`,
  ])
    expect(await statusOf(path), path).toBe(404);
  await page.goto(`${url}/campaigns/${SLUG}`);
  await expect.poll(() => winners.getByRole("figure").count()).toBe(2);
  expect(await page.innerText("main")).not.toMatch(/Василиса|Ёжик у подъезда/);
});

/** A parent's five minutes, over a slow line. */
async function parentSends(page: Page): Promise<Sent> {
  const form = page.locator("veche-entry-form");
  await pick(form, VASILISA.drawing);
  await describeWork(form, VASILISA, "Синицына");
  await form.getByText("Возрастная группа: 5–9 лет").waitFor();
  await form.getByLabel("Ваше имя").fill("Синицына Мария Петровна");
  await form.getByLabel("Почта или телефон").fill("sinitsyna@pochta.example");
  await giveConsents(form);
  const network = await page.context().newCDPSession(page);
  await network.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: COUNTRY_UPLOAD,
  });
  const sent = await sentBy(page, async () => {
    await form.getByRole("button", { name: "Отправить работу" }).click();
    await form.getByRole("progressbar").waitFor();
  });
  await network.detach();
  await page.getByRole("heading", { name: `Работа получена. Номер ${sent.entry.number}` }).waitFor();
  return sent;
}

/** The confirmation dialog's button. */
async function confirm(page: Page, label: string): Promise<void> {
  await page.getByRole("alertdialog").getByRole("button", { name: label, exact: true }).click();
}

/** Writes a minute of the city, so far from now, into a field of the console. */
async function writeMoment(field: Locator, fromNow: number): Promise<void> {
  const inCity = new Date(Date.now() + fromNow + CITY_AHEAD_MS);
  await field.fill(inCity.toISOString().slice(0, "2026-11-22T18:05".length));
  await field.blur();
}
