import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

export const alertsTitle = ({ locale }: Language) =>
  locale === "ru" ? "Сообщить, когда ответят" : "Tell me when it is answered";

const WORDS = {
  ru: {
    lead: "Оператор ответит в чате. Если чат будет закрыт, это устройство покажет, что ответ пришёл.",
    how: "Самих слов в сообщении нет. Доставит его изготовитель вашего браузера; прочитать его он не может. Отключить можно в настройках браузера, а вместе с диалогом это удалится само.",
    ask: "Сообщать на этом устройстве",
    done: "Готово: сообщим. Эту страницу можно закрыть.",
    denied: "Браузер не разрешил показывать сообщения. Разрешите их для этого сайта и нажмите ещё раз.",
    over: "Прошло больше десяти минут, или чат уже удалён. Вернитесь в чат и нажмите там ещё раз.",
    unable:
      "Этот браузер так не умеет. На iPhone и iPad это возможно, только если сайт добавлен на экран «Домой». Оставьте чат открытым или загляните в него позже.",
    failed: "Не получилось. Проверьте связь и нажмите ещё раз.",
    noScript: "Для этого нужен включённый JavaScript.",
  },
  en: {
    lead: "The operator will answer in the chat. If the chat is closed, this device will show that an answer came.",
    how: "The words themselves are not in it. Your browser's maker delivers it and can't read it. You can switch it off in the browser's settings; it goes with the conversation when you delete that.",
    ask: "Tell me on this device",
    done: "Done: we will tell you. You can close this page.",
    denied: "The browser did not allow notifications. Allow them for this site and press again.",
    over: "More than ten minutes have passed, or the conversation is deleted. Go back to the chat and press there again.",
    unable:
      "This browser can't do that. On an iPhone or iPad it works only for a site on the home screen. Leave the chat open or look into it later.",
    failed: "That did not work. Check your connection and press again.",
    noScript: "This needs JavaScript switched on.",
  },
};

/** Where a browser is asked for alerts: it grants them to a site of its own, not to a chat inside another's. */
export function alertsBody(publicKey: string, language: Language): Html {
  const words = WORDS[language.locale];
  return html`<h1>${alertsTitle(language)}</h1>
    <p class="lead">${words.lead}</p>
    <p>${words.how}</p>
    <button
      id="ask"
      hidden
      data-key="${publicKey}"
      data-done="${words.done}"
      data-denied="${words.denied}"
      data-over="${words.over}"
      data-unable="${words.unable}"
      data-failed="${words.failed}"
    >
      ${words.ask}
    </button>
    <p id="told" role="status"></p>
    <noscript><p>${words.noScript}</p></noscript>`;
}
