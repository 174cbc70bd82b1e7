import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

const NOTICE = `Горэлектросеть сообщает: аварийное отключение электроэнергии
до 23:50 31.12.2098 в связи с обрывом провода по адресам:
ул. Чапаева 6, 8; ул. Неведомая 3`;

journey("an outage pasted from a notice is the answer a second later", async ({ people }) => {
  const { page } = await people.staff("editor", "outages");
  await page.getByRole("button", { name: "Вставить извещение" }).click();
  await page.getByLabel("Вставьте текст целиком").fill(NOTICE);
  await page.getByRole("button", { name: "Разобрать" }).click();
  await page.getByText("улица Чапаева").waitFor();
  await page.getByText("Нет в списке улиц").waitFor();
  await page.getByLabel(/^С \(время города/).fill("2026-01-01T00:00");
  await page.getByLabel(/^С \(время города/).blur();
  await page.getByRole("button", { name: "Сохранить то, что разобрано" }).click();
  await page.getByText("Помощник уже о нём знает").waitFor();

  const chat = chatOn((await people.resident("/")).page);
  await chat.open();
  const answer = await chat.ask("почему нет света на Чапаева 8");
  await answer.getByText(/обрыв/).first().waitFor();
});
