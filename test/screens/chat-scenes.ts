import { fileURLToPath } from "node:url";
import { chatOn } from "../journeys/chat-panel.ts";
import { COLD_ADDRESS } from "../journeys/demo-city.setup.ts";
import { anOperator } from "./operator.ts";
import type { Scene, Stage } from "./stage.ts";

const file = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const PHOTO = file("pictures/orientation/orientation_portrait_6.jpg");
const NO_PHOTO = file("pictures/README.md");

const openChat = async ({ page, look, town }: Stage) => {
  await town("/", "/en/");
  const chat = chatOn(page, look.language);
  await chat.open();
  return chat;
};

/** From the first greeting to the stars. */
const conversation: Scene = {
  name: "chat",
  async play(stage) {
    const { page, words, shoot, city } = stage;
    const chat = await openChat(stage);
    await page.waitForLoadState("networkidle");
    await shoot("chat-1-greeting");
    await chat.ask(words(`нет горячей воды на ${COLD_ADDRESS}`, "no hot water at Pushkina 6"));
    await shoot("chat-2-outage");
    await chat.ask(words("как встать в очередь в детский сад", "how do I enrol a child in kindergarten"));
    await shoot("chat-3-article");
    await chat.ask(words("документы", "documents"));
    await shoot("chat-4-choose");
    const operator = await anOperator(city);
    await chat.panel
      .getByRole("button", { name: words("Позвать оператора", "Call an operator") })
      .last()
      .click();
    await chat.header.getByText(words("Ждём оператора", "Waiting for an operator")).waitFor();
    await page.waitForTimeout(300);
    await shoot("chat-5-queued");
    const id = await operator.claimNewest();
    await operator.say(id, words("Здравствуйте! Смотрю ваш дом.", "Hello! Let me look at your house."));
    await operator.type(id);
    await page.waitForTimeout(600);
    await shoot("chat-6-operator");
    await operator.close(id);
    const end = chat.log.getByRole("region", {
      name: words("Диалог завершён", "The conversation has ended"),
    });
    await end.getByRole("radio").nth(3).check({ force: true });
    await shoot("chat-7-ended");
    operator.leave();
  },
};

const offline: Scene = {
  name: "chat-offline",
  async play(stage) {
    const { page, words, shoot } = stage;
    const chat = await openChat(stage);
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await chat.panel.getByText(words("Нет связи", "No connection")).waitFor({ timeout: 60_000 });
    await chat.say(words("когда выходной у МФЦ", "when is the MFC closed"));
    await shoot("chat-8-offline");
  },
};

const lowVision: Scene = {
  name: "chat-low-vision",
  async play(stage) {
    const { words, shoot } = stage;
    const chat = await openChat(stage);
    await chat.panel
      .getByRole("button", { name: words("Размер букв и цвета", "Letter size and colours") })
      .click();
    await shoot("chat-9-sight-settings");
    await chat.panel.getByRole("radio", { name: "×2" }).check({ force: true });
    await chat.panel
      .getByRole("radio", { name: words("Белым по чёрному", "White on black") })
      .check({ force: true });
    await shoot("chat-9-sight-large");
    await chat.panel
      .getByRole("button", { name: words("Размер букв и цвета", "Letter size and colours") })
      .click();
    await chat.ask(words(`нет горячей воды на ${COLD_ADDRESS}`, "no hot water at Pushkina 6"));
    await shoot("chat-9-sight-answer");
  },
};

/** A picture of a meter: on its way, in the conversation, large, in the operator's console. */
const pictures: Scene = {
  name: "chat-pictures",
  async play(stage) {
    const { page, words, shoot } = stage;
    const chat = await openChat(stage);
    await chat.panel.getByRole("button", { name: words("Добавить снимок", "Add a picture") }).click();
    await shoot("chat-a-tools");
    await chat.panel.getByRole("button", { name: words("Смайлик", "Emoji"), exact: true }).click();
    await chat.panel.getByRole("button", { name: "👍" }).click();
    await shoot("chat-a-emoji");
    await chat.panel.getByRole("button", { name: words("Смайлик", "Emoji"), exact: true }).click();
    const picking = page.waitForEvent("filechooser");
    await chat.panel.getByRole("button", { name: words("Снимок", "Picture"), exact: true }).click();
    await (await picking).setFiles([PHOTO, NO_PHOTO]);
    await chat.panel.getByText(words("Загружен", "Uploaded"), { exact: true }).waitFor();
    await chat.field.fill(words("Вот двор у дома 6", "The yard of house 6"));
    await shoot("chat-a-tray");
    await chat.panel
      .getByRole("button", { name: words("Убрать снимок", "Remove the picture") })
      .last()
      .click();
    await chat.answerTo(() => chat.field.press("Enter"));
    await page.waitForLoadState("networkidle");
    await shoot("chat-a-picture");
    await chat.log.getByRole("button", { name: words("Открыть снимок", "Open the picture") }).click();
    await page.getByText(words("Загружаем снимок", "Loading the picture")).waitFor({ state: "hidden" });
    await shoot("chat-a-large");
    await page.keyboard.press("Escape");
    await chat.panel.getByRole("button", { name: words("О диалоге", "About the conversation") }).click();
    await shoot("chat-b-about");
    await chat.panel
      .getByRole("button", { name: words("Удалить диалог", "Delete the conversation") })
      .click();
    await shoot("chat-b-surely");
    await chat.panel.getByRole("button", { name: words("Удалить", "Delete"), exact: true }).click();
    await chat.panel.getByText(words("Диалог удалён", "The conversation is deleted")).waitFor();
    await page.waitForLoadState("networkidle");
    await shoot("chat-b-deleted");
  },
};

const tooLong: Scene = {
  name: "chat-too-long",
  async play(stage) {
    const chat = await openChat(stage);
    await chat.field.fill("достопримечательность ".repeat(190));
    await stage.shoot("chat-8-too-long");
  },
};

export const chatScenes: readonly Scene[] = [conversation, offline, lowVision, tooLong, pictures];
