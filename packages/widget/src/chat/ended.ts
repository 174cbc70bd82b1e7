import { msg, str } from "@lit/localize";
import { html } from "lit";
import { endedStyles } from "./ended-styles.ts";
import { icon } from "./icons.ts";
import { printTalk, saveTalk } from "./keep-talk.ts";
import { soundSwitch } from "./talk.ts";
import type { View } from "./view.ts";

const starIcon = icon("m12 2 3.1 6.3 6.9 1-5 4.9 1.2 6.9L12 17.8l-6.2 3.3L7 14.2 2 9.3l6.9-1z");
export const styles = [endedStyles];
const SCORES = [1, 2, 3, 4, 5];

/** The end of a conversation: stars, a word if one likes, the talk to keep, and the way to a new one. */
export function ended(view: View) {
  return html`<section class="ended" aria-labelledby="ended">
    <h3 id="ended">${msg("Диалог завершён")}</h3>
    ${view.stars.sent ? html`<p role="status">${msg("Спасибо за оценку.")}</p>` : stars(view)}
    <div class="keep">
      <button class="button" @click=${view.act.startAnew}>${msg("Начать новый диалог")}</button>
      ${copies(view)}
      <button class="button quiet danger" @click=${() => view.act.draw("erase")}>
        ${msg("Удалить диалог")}
      </button>
    </div>
  </section>`;
}

function copies(view: View) {
  return html`<button class="button quiet" @click=${() => printTalk(view)}>${msg("Распечатать")}</button>
    <button class="button quiet" @click=${() => saveTalk(view)}>${msg("Сохранить как текст")}</button>`;
}

/** At any time: the sound, a copy to keep, and the way to take all of it back. */
export function aboutTalk(view: View) {
  if (view.drawer === "erase") return surelyErase(view);
  return html`<div class="keep">
    ${soundSwitch(view)} ${copies(view)}
    <button class="button quiet danger" @click=${() => view.act.draw("erase")}>
      ${msg("Удалить диалог")}
    </button>
  </div>`;
}

function surelyErase({ act }: View) {
  return html`<p>
      <strong>${msg("Удалить весь диалог?")}</strong>
      ${msg("Слова и снимки сотрутся у вас и у города. Вернуть их будет нельзя.")}
    </p>
    <div class="keep">
      <button class="button danger" @click=${act.erase}>${msg("Удалить")}</button>
      <button class="button" @click=${() => act.draw("talk")}>${msg("Не удалять")}</button>
    </div>`;
}

function stars({ stars: { score }, act }: View) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const comment = new FormData(event.target as HTMLFormElement).get("comment");
    act.sendStars(typeof comment === "string" ? comment.trim() : "");
  };
  return html`<form @submit=${send}>
    <fieldset>
      <legend>${msg("Мы вам помогли?")}</legend>
      <div class="stars">
        ${SCORES.map(
          (one) =>
            html`<label class=${one <= score ? "lit" : ""}
              ><input
                type="radio"
                name="score"
                .checked=${one === score}
                @change=${() => act.chooseStars(one)}
              /><span class="for-readers">${msg(str`${one} из 5`)}</span>${starIcon}</label
            >`,
        )}
      </div>
    </fieldset>
    ${
      score > 0
        ? html`<label class="comment"
              >${msg("Что добавить? (необязательно)")}<textarea
                name="comment"
                rows="2"
                maxlength="1000"
              ></textarea></label
            ><button class="button">${msg("Отправить оценку")}</button>`
        : ""
    }
  </form>`;
}
