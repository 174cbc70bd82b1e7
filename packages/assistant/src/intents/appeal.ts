import { says } from "./says.ts";

/** Whether a message is itself a formal complaint or request under the appeals law, which chat can't take. */
export const isAppeal: (text: string) => boolean = says(
  "прошу принять меры",
  "прошу … (рассмотреть|зарегистрировать) … (обращение|заявление|жалобу)",
  "(официальное|коллективное) обращение",
  "заявление на имя главы",
);
