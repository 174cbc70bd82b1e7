import { expect } from "vitest";
import { codeOf } from "../../packages/server/src/rooms/staff/staff.fixture.ts";
import { chatOn } from "./chat-panel.ts";
import { DEMO_PASSWORD } from "./demo-city.setup.ts";
import { tabTo } from "./keyboard-alone.ts";
import { journey } from "./town.fixture.ts";

const OPERATOR = "Марина Соколова";
const NO_SERVER = /ERR_CONNECTION_|ERR_EMPTY_RESPONSE|WebSocket connection|Failed to load resource/;

journey("a resident asks for a person and gets one, in the middle of a reload too", async ({ people }) => {
  const { page } = await people.resident("/kontakt-centr");
  const chat = chatOn(page);
  await chat.open();
  await chat.ask("как встать в очередь в детский сад");
  await chat.say("У меня двойня, можно в один сад?");
  await chat.log.getByText("У меня двойня, можно в один сад?").waitFor();
  await chat.panel.getByRole("button", { name: "Позвать оператора" }).last().click();
  await chat.header.getByText("Ждём оператора").waitFor();

  // The operator sees who waits, reads and claims.
  const console = (await people.staff("operator", "conversations")).page;
  const waiting = console.getByRole("region", { name: /Ждут оператора/ });
  await waiting.getByRole("button", { name: /двойня/ }).click();
  const said = console.getByRole("log", { name: "Переписка" });
  await said.getByText("как встать в очередь в детский сад").waitFor();
  await console.getByRole("button", { name: "Взять диалог" }).click();
  await chat.header.getByText(`Отвечает оператор: ${OPERATOR}`).waitFor();

  // Typing is seen, then the words with the name.
  const answer = console.getByLabel("Ответ жителю");
  await answer.pressSequentially("Да, укажите ");
  await chat.log.getByText(`${OPERATOR} печатает…`).waitFor();
  await answer.fill("Да, укажите оба заявления как связанные.");
  await answer.press("Enter");
  const answered = chat.log.getByRole("listitem").filter({ hasText: "Да, укажите оба заявления" });
  await answered.filter({ hasText: OPERATOR }).waitFor();

  // A reload keeps all of it.
  await page.reload();
  await chat.open();
  await chat.log.getByText("У меня двойня, можно в один сад?").waitFor();
  await answered.filter({ hasText: OPERATOR }).waitFor();
  await chat.header.getByText(`Отвечает оператор: ${OPERATOR}`).waitFor();

  await chat.field.pressSequentially("Спас");
  await console.getByText("Житель печатает…").waitFor();
  await chat.say("Спасибо, так и сделаю");
  await said.getByText("Спасибо, так и сделаю").waitFor();

  // A restriction stands in the resident's card at once, and is lifted there.
  await console.getByRole("button", { name: "Ещё" }).click();
  await console.getByRole("button", { name: "Ограничить жителя…" }).click();
  await console.getByLabel("Причина").fill("Проверка");
  await console.getByRole("button", { name: "На час" }).click();
  const card = console.getByLabel("Карточка жителя");
  await card
    .getByRole("listitem")
    .filter({ hasText: "Проверка" })
    .getByRole("button", { name: "Снять" })
    .click();
  await expect.poll(() => card.getByRole("heading", { name: "Ограничения" }).count()).toBe(0);

  // What was answered by hand once, editors make an article of.
  await said.getByRole("button", { name: "В статью" }).first().click();
  await console.getByRole("button", { name: "Сделать из ответа новую статью" }).click();
  const editor = (await people.staff("editor", "questions")).page;
  await editor.getByRole("button", { name: /двойня/ }).click();
  await editor
    .getByRole("region", { name: "Оператор ответил" })
    .getByText("Да, укажите оба заявления")
    .waitFor();
  await editor.getByRole("button", { name: "Новая статья…" }).click();
  const draft = editor.getByRole("region", { name: "Новая статья" }).getByLabel("Ответ");
  expect(await draft.inputValue()).toBe("Да, укажите оба заявления как связанные.");

  // The end, and what the resident thinks of it.
  await console.getByRole("button", { name: "Завершить" }).click();
  await console.getByRole("button", { name: "Ответ дан" }).click();
  const end = chat.log.getByRole("region", { name: "Диалог завершён" });
  await end.getByRole("radio", { name: "5 из 5" }).check({ force: true });
  await end.getByRole("button", { name: "Отправить оценку" }).click();
  await end.getByText("Спасибо за оценку").waitFor();
});

journey(
  "an operator whose network lets WebSockets open and carry nothing has the queue all the same",
  async ({ people }) => {
    const { page } = await people.staff("operator", "account");
    await page.routeWebSocket(/socket\.io/, () => {});
    await page.goto(new URL("conversations", page.url()).href);
    await page.getByText("На смене: 1.").waitFor();
  },
);

journey("where nobody is on shift a resident leaves a phone, and operators see it", async ({ people }) => {
  const { page } = await people.resident("/kontakt-centr");
  const chat = chatOn(page);
  await chat.open();
  await chat.ask("как встать в очередь в детский сад");
  await chat.say("позовите оператора");
  await chat.panel.getByLabel("Телефон или почта для ответа").fill("+7 912 555-00-11");
  await chat.panel.getByRole("button", { name: "Ответьте мне" }).click();
  await chat.panel.getByText("Ответим вам: +7 912 555-00-11").waitFor();

  const console = (await people.staff("operator", "conversations")).page;
  const waiting = console.getByRole("region", { name: /Ждут звонка или письма/ });
  await waiting.getByRole("button", { name: /детский сад/ }).click();
  await console.getByLabel("Карточка жителя").getByText("+7 912 555-00-11").waitFor();
});

journey("what was written while the server was away goes by itself", async ({ city, people }) => {
  const resident = await people.resident("/");
  resident.expectTrouble(NO_SERVER);
  const chat = chatOn(resident.page);
  await chat.open();
  await chat.ask("как встать в очередь в детский сад");

  const { code } = await city.server.stop();
  expect(code).toBe(0);
  await chat.panel.getByText(/Нет связи/).waitFor();
  await chat.say("когда выходной у МФЦ");
  const mine = chat.log.getByRole("listitem").filter({ hasText: "когда выходной у МФЦ" });
  await mine.getByText("Ждёт отправки").waitFor();
  await city.server.start();

  await expect.poll(() => chat.answers.count(), { timeout: 30_000 }).toBe(2);
  expect(await mine.count()).toBe(1);
  expect(await chat.log.getByText("Ждёт отправки").count()).toBe(0);
});

journey(
  "an operator works a whole shift without a mouse, from the code of their app to the way out",
  async ({ people }) => {
    const resident = await people.resident("/kontakt-centr");
    const chat = chatOn(resident.page);
    await chat.open();
    await chat.ask("как встать в очередь в детский сад");
    await chat.say("соедините с оператором");
    await chat.header.getByText("Ждём оператора").waitFor();

    const { page: first } = await people.staff("operator", "account");
    await first.getByRole("button", { name: "Включить" }).click();
    await first.getByLabel("Ваш пароль").fill(DEMO_PASSWORD);
    await first.getByRole("button", { name: "Дальше" }).click();
    const uri = `otpauth://totp/Veche?secret=${await first.locator("code").innerText()}`;
    await first.getByLabel("Код из приложения").fill(codeOf(uri, -1));
    await first.getByRole("button", { name: "Подтвердить" }).click();
    await first.getByRole("list", { name: "Запасные коды" }).waitFor();

    // From here on nothing but keys.
    const visit = await people.door("conversations");
    // The password alone is answered with the wish for a code.
    visit.expectTrouble(/401 .*\/staff\/session$/);
    const { page } = visit;
    const { keyboard } = page;
    await tabTo(page.getByLabel("Электронная почта"));
    await keyboard.type("operator@novorechensk.example");
    await tabTo(page.getByLabel("Пароль", { exact: true }));
    await keyboard.type(DEMO_PASSWORD);
    await keyboard.press("Enter");
    await tabTo(page.getByLabel("Код из приложения"));
    await keyboard.type(codeOf(uri));
    await keyboard.press("Enter");
    await page.getByRole("navigation", { name: "Разделы" }).waitFor();
    const line = page
      .getByRole("region", { name: /Ждут оператора/ })
      .getByRole("button", { name: /детский сад/ });
    await line.waitFor();

    await keyboard.press("Shift+?");
    await page.getByRole("dialog").getByText("Взять следующий по очереди").waitFor();
    await keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    const said = page.getByRole("log", { name: "Переписка" });
    await tabTo(line);
    await keyboard.press("Enter");
    await said.getByText("как встать в очередь в детский сад").waitFor();
    await keyboard.press("c");
    await chat.header.getByText(`Отвечает оператор: ${OPERATOR}`).waitFor();
    await tabTo(page.getByLabel("Ответ жителю"));
    await keyboard.type("Здравствуйте! Проверяю ваше заявление.");
    await keyboard.press("Enter");
    await chat.log.getByText("Проверяю ваше заявление").waitFor();

    await keyboard.press("Alt+n");
    await tabTo(page.getByRole("textbox", { name: "Заметка для коллег" }));
    await keyboard.type("заявление в реестре есть");
    await keyboard.press("Enter");
    await said.getByText("заявление в реестре есть").waitFor();
    await keyboard.press("Alt+n");
    await keyboard.press("Alt+Digit1");
    await expect.poll(() => page.getByLabel("Ответ жителю").inputValue()).not.toBe("");
    // An article's long lines push nothing off a phone.
    await page.setViewportSize({ width: 390, height: 844 });
    const send = await page.getByRole("button", { name: "Отправить", exact: true }).boundingBox();
    expect((send?.x ?? 390) + (send?.width ?? 0)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 900 });
    await tabTo(page.getByLabel("Ответ жителю"));
    await keyboard.press("Enter");
    await expect.poll(() => page.getByLabel("Ответ жителю").inputValue()).toBe("");

    await keyboard.press("Escape");
    await keyboard.press("m");
    await tabTo(page.getByRole("button", { name: "Направить в другую организацию…" }));
    await keyboard.press("Enter");
    const body = page.getByRole("combobox", { name: "Организация или подразделение" });
    await expect.poll(() => body.evaluate((it) => it.matches(":focus"))).toBe(true);
    await keyboard.press("Escape");
    await body.waitFor({ state: "detached" });
    await keyboard.press("h");
    await tabTo(page.getByRole("button", { name: "15 минут" }));
    await keyboard.press("Enter");
    await page.getByRole("region", { name: /Отложен/ }).waitFor();
    await keyboard.press("m");
    await tabTo(page.getByRole("button", { name: "Вернуть в работу" }));
    await keyboard.press("Enter");
    await page.getByRole("region", { name: /Отложен/ }).waitFor({ state: "detached" });

    await keyboard.press("e");
    await tabTo(page.getByRole("button", { name: "Ответ дан" }));
    await keyboard.press("Enter");
    await chat.log.getByRole("region", { name: "Диалог завершён" }).waitFor();

    await tabTo(page.getByLabel("Вы сейчас"));
    await keyboard.press("ArrowDown");
    await tabTo(page.getByRole("button", { name: "Закончить смену" }));
    await keyboard.press("Enter");
    await page
      .getByText(/Смена закончена/)
      .first()
      .waitFor();
    await tabTo(page.getByRole("button", { name: "Выйти" }));
    await keyboard.press("Enter");
    await page.getByLabel("Электронная почта").waitFor();
  },
);
