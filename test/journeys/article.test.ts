import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

const QUESTION = "как встать в очередь в детский сад";
const NEW_RULE = "С 1 декабря номер заявления приходит в тот же день.";

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
  const answer = page.getByLabel("Ответ", { exact: true });
  const before = await answer.inputValue();
  await answer.fill(`${NEW_RULE}\n\n${before}`);
  await page.getByRole("button", { name: "Сохранить черновик" }).click();
  await page.getByText(/Версия 2,/).waitFor();

  // A draft is nobody's answer yet.
  expect(await (await chat.ask(QUESTION)).innerText()).not.toContain(NEW_RULE);

  await page.getByRole("button", { name: "Опубликовать" }).click();
  await page.getByText("Опубликована версия 2").waitFor();
  expect(await (await chat.ask(QUESTION)).innerText()).toContain(NEW_RULE);
});
