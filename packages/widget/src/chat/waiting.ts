import { msg, str } from "@lit/localize";
import { html, nothing } from "lit";
import { comingMoment, minutes, seconds } from "./counts-in-words.ts";
import type { View } from "./view.ts";
import { whenNeeded } from "./when-needed.ts";

const later = whenNeeded(() => import("./call-back.ts"));

/** The city takes no more words for a while. */
export function pauseFace({ chat: { pause }, now, locale }: View) {
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

/** The place in the queue, or when the operators open. */
export function queueFace(view: View) {
  const {
    chat: { conversation },
    config,
    locale,
    now,
  } = view;
  if (conversation?.state !== "queued") return undefined;
  const { queue, callBack } = conversation;
  const contact = callBack && later(view.act)?.callBack(view, callBack);
  const { openNow = true, opensAt } = config?.operators ?? {};
  // A department may be closed while the city's operators are there; what was told before may be over.
  const opens = [callBack?.from, openNow ? undefined : opensAt].find((at) => at && new Date(at) > now);
  if (opens || (!openNow && !opensAt)) {
    const calendar = { locale, timeZone: config?.timeZone };
    return html`<p class="notice">
        ${
          opens
            ? msg(
                str`Операторы сейчас не работают. Ответим здесь же, когда откроемся: ${comingMoment(opens, now, calendar)}.`,
              )
            : msg("Операторы сейчас не работают. Ответим здесь же, когда откроемся.")
        }
        ${alertButton(view)}
      </p>
      ${contact}`;
  }
  const place = queue ? msg(str`Ваше место в очереди: ${queue.position}.`) : msg("Зовём оператора.");
  const wait =
    queue?.expectedWaitSeconds === undefined
      ? ""
      : msg(str`Ждать примерно ${minutes(queue.expectedWaitSeconds, locale)}.`);
  return html`<p class="notice">
      ${place} ${wait} ${msg("Можно закрыть чат и вернуться: место сохранится.")} ${alertButton(view)}
    </p>
    ${contact}`;
}

/** Only here is an answer awaited that may come when nobody looks. */
function alertButton({ config, act }: View) {
  if (!config?.alerts || !("PushManager" in globalThis)) return nothing;
  const ask = () => {
    // Opened at once: after the server's answer a browser would take it for a page that nobody asked for.
    const page = open("", "_blank", "popup,width=480,height=640");
    void act.alertPage().then((url) => {
      if (!page) return;
      if (url) page.location.href = url;
      else page.close();
    });
  };
  return html`<br /><button class="button" @click=${ask}>${msg("Сообщить, когда ответят")}</button>`;
}
