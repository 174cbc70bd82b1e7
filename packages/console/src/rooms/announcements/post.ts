import { msg } from "@lit/localize";
import "@vaadin/button";
import type { Operations, ReplyOf } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../parts/attempt.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";

type Posted = ReplyOf<Operations["announcements"]["post"]>;

/** What is posted to other places at the announcement: to be read before, and what became of it after. */
@customElement("console-post")
export class Post extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      details {
        padding: 12px 18px;
      }
      summary {
        cursor: pointer;
        font-weight: 600;
      }
      .content {
        display: grid;
        gap: 10px;
        margin-top: 10px;
      }
      ul {
        display: grid;
        gap: 6px;
        list-style: none;
      }
      blockquote {
        margin: 0;
        padding: 12px;
        border-radius: 8px;
        background: var(--console-hover);
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Slug of the campaign. */
  @property() campaign = "";
  /** The results are public. */
  @property({ type: Boolean }) announced = false;
  @state() private posted: Posted | undefined;
  readonly #attempt = new Attempt(this);

  #read = (event: Event) => {
    if (!(event.target instanceof HTMLDetailsElement) || !event.target.open) return;
    void this.#attempt.run(async () => {
      this.posted = await this.desk.client.announcements.post({ slug: this.campaign });
    });
  };

  #again = (channel: string) =>
    this.#attempt.run(async () => {
      this.posted = await this.desk.client.announcements.postAgain({ slug: this.campaign, channel });
      this.desk.notices.done(msg("Сообщение отправляется ещё раз."));
    });

  protected override render() {
    const { posted } = this;
    return html`<details class="panel" @toggle=${this.#read}>
      <summary>${msg("Сообщение для других площадок")}</summary>
      <div class="content">
        ${refusalNote(this.#attempt.refusal)}
        ${
          posted
            ? html`<blockquote lang="ru">
                  <strong>${posted.post.title}</strong><br />${posted.post.text}
                </blockquote>
                <p class="quiet">
                  ${msg("Имён детей здесь нет: с чужой страницы их не убрать. Уходит в минуту объявления, с картинкой конкурса.")}
                </p>
                ${this.#renderChannels(posted)}`
            : nothing
        }
      </div>
    </details>`;
  }

  #renderChannels({ channels }: Posted) {
    if (channels.length === 0)
      return html`<p>${msg("Ни одна площадка не подключена: это делают в настройках сервера.")}</p>`;
    return html`<ul>
      ${channels.map(
        ({ name, sentAt, failure }) =>
          html`<li class="row">
            <strong>${name}</strong>
            ${
              sentAt
                ? html`<span class="tag success">${msg("отправлено")} ${dayAndMinute(sentAt)}</span>`
                : failure
                  ? html`<span class="tag error">${msg("не принято, повторим")}: ${failure}</span>`
                  : html`<span class="tag">${msg("ждёт объявления")}</span>`
            }
            ${
              this.announced
                ? html`<vaadin-button
                    theme="small tertiary"
                    ?disabled=${this.#attempt.busy}
                    @click=${() => this.#again(name)}
                    >${msg("Отправить ещё раз")}</vaadin-button
                  >`
                : nothing
            }
          </li>`,
      )}
    </ul>`;
  }
}
