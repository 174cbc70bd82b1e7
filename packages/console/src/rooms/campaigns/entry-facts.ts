import { msg, str } from "@lit/localize";
import type { StaffEntry } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { dayAndMinute } from "../../parts/moments.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./consent-slip.ts";
import { renderContact } from "./contact.ts";
import "./entry-reports.ts";
import { renderPicture } from "./picture.ts";
import "./picture-tools.ts";
import "./picture-words.ts";
import {
  ageGroupName,
  consentName,
  entryStateName,
  inLanguage,
  pictureHint,
  type StaffCampaign,
} from "./words.ts";

const PURPOSES = ["processing", "publishing", "use"] as const;

/** Whose work it is, who may answer for the child, what was agreed to, and which works look the same. */
@customElement("console-entry-facts")
export class EntryFacts extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        align-content: start;
        gap: 14px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 5px 12px;
        font-size: var(--lumo-font-size-s);
      }
      dt {
        color: var(--lumo-secondary-text-color);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .missing {
        color: var(--lumo-error-text-color);
      }
      .hints {
        display: grid;
        gap: 4px;
        padding: 10px 12px;
        border-radius: 10px;
        background: var(--console-hover);
        font-size: var(--lumo-font-size-s);
      }
      .hints ul {
        list-style: none;
      }
      .similar {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(110px, 1fr));
        gap: 8px;
        margin-top: 6px;
        list-style: none;
        font-size: var(--lumo-font-size-xs);
      }
      .similar img {
        width: 100%;
        height: 84px;
        border-radius: 8px;
        background: var(--console-hover);
        object-fit: contain;
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @property({ attribute: false }) campaign: StaffCampaign | undefined;
  /** Where the authors of similar works are looked up. */
  @property({ attribute: false }) entries: readonly StaffEntry[] = [];

  protected override render() {
    const { entry, campaign } = this;
    const nomination = campaign?.nominations.find(({ slug }) => slug === entry.nomination);
    const ageGroup = campaign?.ageGroups.find(({ slug }) => slug === entry.ageGroup);
    return html`
      <div>
        <h2>${entry.title}</h2>
        <p class="quiet">
          № ${entry.number} · ${dayAndMinute(entry.createdAt)} · ${entryStateName(entry.state)}
        </p>
      </div>
      ${entry.reason ? html`<p class="refusal">${entry.reason}</p>` : nothing}
      ${entry.fixBy ? html`<p>${this.#renderFix(entry.fixBy)}</p>` : nothing}
      ${entry.sameAs ? html`<p>${msg(str`Та же работа, что № ${entry.sameAs.number}`)}</p>` : nothing}
      <console-entry-reports .entry=${entry}></console-entry-reports>
      ${this.#renderHints()}
      <dl>
        ${this.#fact(msg("Номинация"), nomination ? inLanguage(nomination.title) : entry.nomination)}
        ${this.#fact(msg("Возраст"), ageGroup ? ageGroupName(ageGroup) : entry.ageGroup)}
        ${entry.author ? this.#fact(msg("Автор"), `${entry.author.firstName} ${entry.author.lastName}, ${entry.author.age}`) : nothing}
        ${this.#fact(msg("Помогали"), entry.helpedBy)} ${this.#fact(msg("Учреждение"), entry.institution)}
        ${this.#fact(msg("Класс"), entry.className)} ${this.#fact(msg("Педагог"), entry.teacher)}
        ${entry.teacherContact ? this.#fact(msg("Связь с педагогом"), renderContact(entry.teacherContact)) : nothing}
        ${this.#fact(msg("Населённый пункт"), entry.settlement)}
        ${
          entry.guardian
            ? [
                this.#fact(msg("Представитель"), entry.guardian.name),
                this.#fact(msg("Связь"), renderContact(entry.guardian.contact)),
              ]
            : nothing
        }
        ${entry.guardian ? this.#fact(msg("Согласия"), this.#renderConsents()) : nothing}
        ${
          entry.authorAgreed === undefined
            ? nothing
            : this.#fact(
                msg("Автор с 14 лет"),
                entry.authorAgreed
                  ? msg("согласен")
                  : html`<span class="missing">${msg("своего согласия не дал")}</span>`,
              )
        }
      </dl>
      <console-picture-tools .entry=${entry}></console-picture-tools>
      <console-picture-words .entry=${entry}></console-picture-words>
      ${entry.consentDue ? html`<console-consent-slip .entry=${entry}></console-consent-slip>` : nothing}
      ${entry.similar.length > 0 ? this.#renderSimilar() : nothing}
    `;
  }

  #fact(name: string, value: unknown) {
    return value
      ? html`<dt>${name}</dt>
          <dd>${value}</dd>`
      : nothing;
  }

  #renderFix(fixBy: string) {
    const until = dayAndMinute(fixBy);
    return new Date(fixBy) < new Date()
      ? html`<strong class="missing">${msg(str`Не исправлено в срок: ${until}`)}</strong>`
      : msg(str`Исправят до ${until}`);
  }

  #renderConsents() {
    return PURPOSES.map((purpose, index) => [
      index > 0 ? ", " : "",
      this.entry.consents.includes(purpose)
        ? consentName(purpose)
        : html`<span class="missing">${msg("нет:")} ${consentName(purpose)}</span>`,
    ]);
  }

  #renderHints() {
    const { hints = [] } = this.entry;
    if (hints.length === 0) return nothing;
    return html`<div class="hints">
      <h3>${msg("О снимке")}</h3>
      <ul>
        ${hints.map((hint) => html`<li>${pictureHint(hint)}</li>`)}
      </ul>
      <p class="quiet">${msg("Это подсказки программы, она может ошибаться.")}</p>
    </div>`;
  }

  #renderSimilar() {
    return html`<div>
      <h3>${msg("Похожие работы")}</h3>
      <ul class="similar">
        ${this.entry.similar.map(({ id, number, campaign, image }) => {
          const known = this.entries.find((entry) => entry.id === id);
          return html`<li>
            ${renderPicture(image, "", 120)} №
            ${number}${campaign === this.entry.campaign ? nothing : html`, ${campaign}`}
            ${known ? html`<br />${known.author?.firstName} ${known.author?.lastName}` : nothing}
          </li>`;
        })}
      </ul>
    </div>`;
  }
}
