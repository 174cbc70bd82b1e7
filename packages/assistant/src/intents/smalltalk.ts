import { says } from "./says.ts";

export type Smalltalk = "greeting" | "thanks" | "bye" | "who-are-you";

const kinds: readonly [Smalltalk, (text: string) => boolean][] = [
  [
    "who-are-you",
    says(
      "ты кто",
      "кто ты",
      "(вы|ты) (бот|робот|человек)",
      "как тебя зовут",
      "что ты умеешь",
      "are you a (robot|bot|human)",
    ),
  ],
  ["thanks", says("спасиб*", "благодар*", "спс", "пасиб*", "thanks", "thank you")],
  ["bye", says("до свидания", "пока", "всего (хорошего|доброго)", "спокойной ночи", "bye", "goodbye")],
  ["greeting", says("здравствуй*", "добр* (день|утро|вечер*)", "привет*", "hello", "hi")],
];

/** Which pleasantry a message is, when it is nothing more. */
export function smalltalkOf(text: string): Smalltalk | undefined {
  if (text.length > 60) return undefined;
  return kinds.find(([, said]) => said(text))?.[0];
}
