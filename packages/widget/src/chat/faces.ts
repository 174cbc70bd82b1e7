import { msg, str } from "@lit/localize";
import { html, nothing } from "lit";
import { comingMoment, minutes, seconds } from "./in-words.ts";
import type { View } from "./view.ts";

/** What stands between the messages and the field: no line, a queue, a refusal. The most pressing one only. */
export function face(view: View) {
  const said = faultFace(view) ?? connectionFace(view) ?? pauseFace(view) ?? queueFace(view);
  return html`<div class="face" role="status">${said ?? nothing}</div>`;
}

function faultFace({ fault }: View) {
  if (!fault) return undefined;
  const words =
    fault === "unreachable"
      ? msg("Не получилось: нет связи с городом. Попробуйте ещё раз через минуту.")
      : fault.message;
  return html`<p class="notice" data-tone="danger">${words}</p>`;
}

function connectionFace({ chat }: View) {
  if (chat.connection === "offline") {
    return html`<p class="notice" data-tone="warning">
      ${msg("Нет связи. Пишите: отправим сами, как только она появится.")}
    </p>`;
  }
  return chat.connection === "connecting" ? html`<p class="quietly">${msg("Соединяемся…")}</p>` : undefined;
}

function pauseFace({ chat: { pause }, now, locale }: View) {
  if (!pause) return undefined;
  const wait = seconds((pause.until.getTime() - now.getTime()) / 1000, locale);
  return html`<p class="notice" data-tone="warning">
    ${
      pause.code === "rate_limited"
        ? msg(str`Слишком много сообщений сразу. Остальные отправим сами через ${wait}.`)
        : msg(str`Город пока не может принять сообщение. Отправим сами через ${wait}.`)
    }
  </p>`;
}

function queueFace({ chat: { conversation }, config, locale, now }: View) {
  if (conversation?.state !== "queued") return undefined;
  const { queue } = conversation;
  const operators = config?.operators;
  if (operators && !operators.openNow) {
    return html`<p class="notice">
      ${
        operators.opensAt
          ? msg(
              str`Операторы сейчас не работают. Ответим здесь же, когда откроемся: ${comingMoment(operators.opensAt, now, locale)}.`,
            )
          : msg("Операторы сейчас не работают. Ответим здесь же, когда откроемся.")
      }
    </p>`;
  }
  const place = queue ? msg(str`Ваше место в очереди: ${queue.position}.`) : msg("Зовём оператора.");
  const wait =
    queue?.expectedWaitSeconds === undefined
      ? ""
      : msg(str`Ждать примерно ${minutes(queue.expectedWaitSeconds, locale)}.`);
  return html`<p class="notice">
    ${place} ${wait} ${msg("Можно закрыть чат и вернуться: место сохранится.")}
  </p>`;
}
