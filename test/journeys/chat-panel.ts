import type { Locator, Page } from "playwright-core";

const WORDS = {
  ru: {
    launcher: "Задать вопрос",
    log: "Диалог",
    field: "Ваше сообщение",
    assistant: "Помощник (программа)",
    replies: "Варианты ответа",
  },
  en: {
    launcher: "Ask a question",
    log: "Conversation",
    field: "Your message",
    assistant: "Assistant (a program)",
    replies: "Answers to choose from",
  },
};

/** The chat as a resident uses it. */
export interface ChatPanel {
  readonly launcher: Locator;
  readonly panel: Locator;
  /** Who answers, and the panel's own buttons. */
  readonly header: Locator;
  /** All that was said. */
  readonly log: Locator;
  readonly field: Locator;
  /** What the assistant said, oldest first. */
  readonly answers: Locator;
  /** The buttons of the newest answer. */
  readonly replies: Locator;
  open(): Promise<void>;
  /** Sends the words and waits for the assistant's next answer. @returns it */
  ask(words: string): Promise<Locator>;
  /** Does something and waits for the assistant's next answer. @returns it */
  answerTo(act: () => Promise<void>): Promise<Locator>;
  say(words: string): Promise<void>;
}

export function chatOn(page: Page, language: keyof typeof WORDS = "ru"): ChatPanel {
  const words = WORDS[language];
  const panel = page.getByRole("dialog").filter({ has: page.getByRole("textbox", { name: words.field }) });
  const field = panel.getByRole("textbox", { name: words.field });
  const log = panel.getByRole("region", { name: words.log });
  const answers = log.getByRole("listitem").filter({ hasText: words.assistant });
  const chat: ChatPanel = {
    launcher: page.getByRole("button", { name: words.launcher }),
    panel,
    header: panel.getByRole("banner"),
    log,
    field,
    answers,
    replies: log.getByRole("group", { name: words.replies }).last(),
    async open() {
      await chat.launcher.click();
      await field.waitFor();
    },
    async say(said) {
      await field.fill(said);
      await field.press("Enter");
    },
    ask: (said) => chat.answerTo(() => chat.say(said)),
    async answerTo(act) {
      const before = await answers.count();
      await act();
      const answer = answers.nth(before);
      await answer.waitFor();
      return answer;
    },
  };
  return chat;
}
