import type { Page } from "playwright-core";
import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

const QUESTION = "как встать в очередь в детский сад";
const NEW_RULE = "С 1 декабря номер заявления приходит в тот же день.";

const WORDS_COPY = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {color: red}</style></head>
<body><!--StartFragment--><p class=MsoNormal style='font-family:"Times New Roman"'><b>Что взять</b><o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;&nbsp; </span></span>паспорт</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;&nbsp; </span></span><a href="https://town.example/snils">СНИЛС</a></p>
<p class=MsoNormal>Ещё <a href="javascript:alert(1)">это</a><img src="x" onerror="alert(1)"></p><!--EndFragment--></body></html>`;

/** Some moments after it got the keyboard, the field shows the cursor where it last knew it; people take longer. */
const CURSOR_RESTORED_MS = 20;

/** Puts the cursor before the first word. */
async function atStart(page: Page): Promise<void> {
  const answer = answerOn(page);
  await answer.click({ position: { x: 16, y: 20 } });
  await page.evaluate((after) => new Promise((done) => setTimeout(done, after)), CURSOR_RESTORED_MS + 1);
  await page.keyboard.press("Control+Home");
  await expect.poll(() => answer.evaluate(wordsBeforeCursor)).toBe("");
}

function wordsBeforeCursor(field: Element): string | undefined {
  const root = field.getRootNode() as unknown as { getSelection(): Selection | null };
  const { anchorNode, anchorOffset, isCollapsed } = root.getSelection() ?? getSelection()!;
  if (!isCollapsed || !anchorNode || !field.contains(anchorNode)) return undefined;
  const before = new Range();
  before.setStart(field, 0);
  before.setEnd(anchorNode, anchorOffset);
  return before.toString();
}

const answerOn = (page: Page) => page.getByRole("textbox", { name: "Ответ", exact: true });

journey("what an editor publishes is the answer to the very next question", async ({ people }) => {
  const chat = chatOn((await people.resident("/voprosy")).page);
  await chat.open();
  expect(await (await chat.ask(QUESTION)).innerText()).not.toContain(NEW_RULE);

  const { page } = await people.staff("editor", "articles");
  await page.getByRole("textbox", { name: "Найти статью" }).fill("очередь в детский сад");
  await page
    .getByRole("region", { name: "Статьи" })
    .getByRole("button", { name: /очередь в детский сад/ })
    .click();
  await atStart(page);
  await page.keyboard.type(NEW_RULE);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.getByText(/Версия 2,/).waitFor();

  // A draft is nobody's answer yet.
  expect(await (await chat.ask(QUESTION)).innerText()).not.toContain(NEW_RULE);

  await page.getByRole("button", { name: "Опубликовать" }).click();
  await page.getByText("Опубликована версия 2").waitFor();
  expect(await (await chat.ask(QUESTION)).innerText()).toContain(NEW_RULE);
});

journey(
  "what is pasted from a word processor comes clean, and lists and bold go by the keyboard",
  async ({ people }) => {
    const { page } = await people.staff("editor", "articles?article=hot-water-off");
    const answer = answerOn(page);
    await answer.press("Control+A");
    await answer.press("Delete");
    await answer.evaluate((field, copied) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", copied);
      field.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true, composed: true }),
      );
    }, WORDS_COPY);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+b");
    await page.keyboard.type("Сегодня");
    await page.keyboard.press("Control+b");
    await page.keyboard.type(" приём до 18:00");
    await page.keyboard.press("Control+Shift+8");
    expect(await answer.locator("li").allInnerTexts()).toEqual([
      "паспорт",
      "СНИЛС",
      "Сегодня приём до 18:00",
    ]);
    expect(await answer.locator("[style], [class]:not(br), img, font, span").count()).toBe(0);

    const shown = page.getByRole("region", { name: "Как увидит житель" });
    await shown.getByText("Сегодня").waitFor();
    expect(await shown.locator("li").allInnerTexts()).toEqual(["паспорт", "СНИЛС", "Сегодня приём до 18:00"]);
    expect(await shown.locator("strong").allInnerTexts()).toEqual(["Что взять", "Сегодня"]);
    expect(await shown.getByRole("link").allInnerTexts()).toEqual(["СНИЛС"]);

    // The words before and after keep the keyboard: Shift+Tab is at the buttons, arrows go through them.
    await answer.press("Shift+Tab");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("button", { name: "Курсив" }).evaluate((it) => it.matches(":focus"))).toBe(
      true,
    );
  },
);

journey(
  "an article edited by two: the second sees both texts side by side and loses none",
  async ({ people }) => {
    const address = "articles?article=cold-water-off";
    const first = (await people.staff("editor", address)).page;
    const visit = await people.staff("admin", address);
    const second = visit.page;
    visit.expectTrouble(/409 .*\/staff\/articles\/cold-water-off$/);
    await atStart(second);
    await second.keyboard.type("Слово второго. ");
    await atStart(first);
    await first.keyboard.type("Слово первого. ");
    await first.getByRole("button", { name: "Сохранить черновик" }).click();
    await first.getByText(/Версия 2,/).waitFor();

    await second.getByRole("button", { name: "Сохранить черновик" }).click();
    await second.getByRole("heading", { name: /сохранил\(а\) версию 2/ }).waitFor();
    const sides = second.locator("console-article-conflict pre");
    const [mine, theirs] = await sides.allInnerTexts();
    expect(mine).toMatch(/^Слово второго/);
    expect(theirs).toMatch(/^Слово первого/);
    expect(await answerOn(second).innerText()).toMatch(/^Слово второго/);

    await second.getByRole("button", { name: "Взять это" }).click();
    expect(await answerOn(second).innerText()).toMatch(/^Слово первого/);
    await atStart(second);
    await second.keyboard.type("Слово второго. ");
    await second.getByRole("button", { name: "Оставить моё в остальном" }).click();
    await second.getByRole("button", { name: "Сохранить черновик" }).click();
    await second.getByText(/Версия 3,/).waitFor();
    expect(await answerOn(second).innerText()).toMatch(/^Слово второго. Слово первого/);

    // What the first saved is still among the versions, and comes back as a new one.
    await second.locator("console-article-versions summary").nth(1).click();
    await second.locator("console-article-versions ins").filter({ hasText: "Слово первого." }).waitFor();
    await second.getByRole("button", { name: "Вернуть версию 2" }).click();
    await second.getByText(/Версия 4,/).waitFor();
    expect(await answerOn(second).innerText()).toMatch(/^Слово первого/);
  },
);
