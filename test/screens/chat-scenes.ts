import { chatOn } from "../journeys/chat-panel.ts";
import { COLD_ADDRESS } from "../journeys/demo-city.setup.ts";
import { anOperator } from "./operator.ts";
import type { Scene, Stage } from "./stage.ts";

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

const tooLong: Scene = {
  name: "chat-too-long",
  async play(stage) {
    const chat = await openChat(stage);
    await chat.field.fill("достопримечательность ".repeat(190));
    await stage.shoot("chat-8-too-long");
  },
};

export const chatScenes: readonly Scene[] = [conversation, offline, lowVision, tooLong];
