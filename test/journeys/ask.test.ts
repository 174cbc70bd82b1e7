import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { COLD_ADDRESS } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";

journey("a resident without hot water learns until when, and whom to call", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.open();

  const answer = await chat.ask(`нет горячей воды на ${COLD_ADDRESS}`);

  const text = await answer.innerText();
  expect(text).toContain("ул. Пушкина, 6");
  expect(text).toMatch(/Горячая вода/);
  expect(text).toMatch(/отключен/);
  await answer.getByText("Источник").waitFor();
  expect(await answer.getByRole("link", { name: /^\+7/ }).first().getAttribute("href")).toMatch(/^tel:\+7/);
});

journey("the kindergarten queue is answered from its article, and thumbs are taken", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.open();

  const answer = await chat.ask("как встать в очередь в детский сад");

  await answer.getByRole("link", { name: "Постановка на учёт в детский сад" }).waitFor();
  await answer.getByText(/проверено \d+ \S+ \d{4}/).waitFor();
  const thumbs = answer.getByRole("group", { name: "Ответ помог?" });
  await thumbs.getByRole("button", { name: "Да", exact: true }).click();
  await answer.getByText("Спасибо за отзыв").waitFor();
});

journey("a question of many meanings gives buttons, and a press gives the article", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.open();

  await chat.ask("мусор");
  const choice = chat.replies.getByRole("button").first();
  const wanted = await choice.innerText();
  const answer = await chat.answerTo(() => choice.click());

  await chat.log.getByRole("listitem").filter({ hasText: "Вы:" }).filter({ hasText: wanted }).waitFor();
  await answer.getByText("Источник").waitFor();
});

journey("the panel says who answers and what is kept, and Escape gives the page back", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.launcher.focus();
  await page.keyboard.press("Enter");
  await chat.field.waitFor();

  await chat.log.getByText("Отвечает программа:").waitFor();
  await chat.log.getByText(/Диалог хранится у города/).waitFor();
  await expect.poll(() => chat.field.evaluate((field) => field.matches(":focus"))).toBe(true);
  await page.keyboard.press("Escape");

  await chat.panel.waitFor({ state: "hidden" });
  await expect.poll(() => chat.launcher.evaluate((button) => button.matches(":focus"))).toBe(true);
  expect(await chat.launcher.getAttribute("aria-expanded")).toBe("false");
});
