import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { CampaignTerms, Operations, ReplyOf } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Attempt } from "../../../parts/attempt.ts";
import { checkStyles } from "../../../parts/check.ts";
import { cityZone } from "../../../parts/city-clock.ts";
import { dayAndMinute } from "../../../parts/moments.ts";
import { loadingNote, refusalNote } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { pageStyles } from "../../../parts/styles.ts";
import { campaignStateName } from "../words.ts";
import { completed } from "./completed.ts";
import { editorStyles } from "./editor-styles.ts";
import type { Edit } from "./fields.ts";
import { withValue } from "./paths.ts";
import { problemText } from "./problem-words.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { consentFrom, type Facts, rulesFrom } from "./templates.ts";
import { consentsSection, rulesSection } from "./texts-section.ts";

type Shown = ReplyOf<Operations["campaigns"]["terms"]>;
type Hotline = ReplyOf<Operations["city"]["hotlines"]>["items"][number];

/**
 * A campaign set up from its name to its consents, with a list of what keeps it from being opened.
 *
 * @fires terms-changed
 * @fires editor-left
 */
@customElement("console-campaign-editor")
export class CampaignEditor extends RoomElement {
  static override styles = [pageStyles, checkStyles, editorStyles];

  /** The campaign's slug. */
  @property() slug = "";
  @state() private shown: Shown | undefined;
  @state() private terms: CampaignTerms | undefined;
  @state() private hotlines: readonly Hotline[] = [];
  @state() private city = "";
  readonly #attempt = new Attempt(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has("slug")) void this.#load();
  }

  /** Whether something was written and not saved. */
  get isChanged(): boolean {
    return JSON.stringify(this.terms) !== JSON.stringify(this.shown?.terms);
  }

  async #load(): Promise<void> {
    const { client } = this.desk;
    try {
      const [shown, { items }, { city }] = await Promise.all([
        client.campaigns.terms({ slug: this.slug }),
        client.city.hotlines({ locale: "ru" }),
        client.city.config({ locale: "ru" }),
      ]);
      this.hotlines = items;
      this.city = city;
      this.#take(shown);
    } catch (error) {
      this.desk.notices.refusal(error);
      this.tell("editor-left");
    }
  }

  #take(shown: Shown): void {
    this.shown = shown;
    this.terms = shown.terms;
  }

  #save = () =>
    this.#attempt.run(async () => {
      const { slug, shown, terms } = this;
      if (!shown || !terms) return;
      const { changed } = await this.desk.client.campaigns.changeTerms({
        slug,
        version: shown.version,
        terms: completed(terms),
      });
      this.desk.notices.done(changed.length === 0 ? msg("Ничего не изменилось.") : msg("Условия изменены."));
      this.#take(await this.desk.client.campaigns.terms({ slug }));
      this.tell("terms-changed");
    });

  #facts(shown: Shown, terms: CampaignTerms): Facts {
    const organiser = this.hotlines.find(({ slug }) => slug === terms.organiser);
    return {
      terms,
      organiser: organiser?.name ?? "",
      contacts: organiser ? [organiser.name, ...organiser.phones].join(", ") : "",
      city: this.city,
      timeZone: cityZone(),
      inWords: shown.kind === "idea",
    };
  }

  #goTo(event: Event, path: string): void {
    event.preventDefault();
    const fields = [...this.renderRoot.querySelectorAll<HTMLElement>("[data-field]")];
    const nearest = fields
      .filter(({ dataset }) => path === dataset["field"] || path.startsWith(`${dataset["field"]}.`))
      .toSorted((a, b) => (b.dataset["field"] ?? "").length - (a.dataset["field"] ?? "").length)[0];
    nearest?.closest("details")?.setAttribute("open", "");
    nearest?.scrollIntoView({ block: "center" });
    const control = nearest?.querySelector<HTMLElement>("console-time-field, select, input");
    (control?.shadowRoot?.querySelector<HTMLElement>("input") ?? control ?? nearest)?.focus();
  }

  protected override render() {
    const { shown, terms } = this;
    if (!shown || !terms) return loadingNote();
    const edit: Edit = {
      terms,
      write: (path, value) => (this.terms = withValue(this.terms ?? terms, path, value)),
      wrong: (this.#attempt.refusal?.field ?? "").replace(/^terms\./, ""),
      locked: !shown.mayChange,
    };
    const facts = this.#facts(shown, terms);
    const templates = { rules: () => rulesFrom(facts), consent: () => consentFrom(facts) };
    const sections: readonly Section[] = [
      ...sectionsOf({
        offeredAsks: shown.offeredAsks,
        organisers: this.hotlines.map(({ slug, name }) => [slug, name] as const),
      }),
      { title: msg("Правила"), draw: (it) => rulesSection(it, templates) },
      { title: msg("Согласия"), draw: (it) => consentsSection(it, templates) },
    ];
    return html`<header class="row">
        <vaadin-button theme="tertiary" @click=${() => this.tell("editor-left")}
          >← ${msg("Все конкурсы")}</vaadin-button
        >
        <h1 class="grow">${terms.title.ru}</h1>
        <span class="tag">${campaignStateName(shown.state)}</span>
        ${
          edit.locked
            ? nothing
            : html`<vaadin-button
                theme="primary"
                ?disabled=${this.#attempt.busy || !this.isChanged}
                @click=${this.#save}
                >${msg("Сохранить")}</vaadin-button
              >`
        }
      </header>
      ${refusalNote(this.#attempt.refusal)}
      <p class="quiet">${this.#whenChangeable(shown)}</p>
      ${shown.changes.map(({ at, by }) => html`<p class="quiet">${msg(str`Меняли: ${dayAndMinute(at)}, ${by}`)}</p>`)}
      ${shown.state === "draft" ? this.#renderProblems(shown) : nothing}
      ${sections.map(
        ({ title, draw }) =>
          html`<details class="panel" open>
            <summary><h2>${title}</h2></summary>
            <div class="fields">${draw(edit)}</div>
          </details>`,
      )}`;
  }

  #renderProblems({ problems }: Shown) {
    if (problems.length === 0)
      return html`<p class="ready" role="status">${msg("Всё на месте: конкурс можно открыть.")}</p>`;
    return html`<section class="panel problems" aria-label=${msg("Что мешает открыть")}>
      <h2>${msg(str`Перед открытием: ${problems.length}`)}</h2>
      <ul>
        ${problems.map(
          ({ code, field }) =>
            html`<li>
              <a href="#${field}" @click=${(event: Event) => this.#goTo(event, field)}
                >${problemText(code)}</a
              >
            </li>`,
        )}
      </ul>
      ${this.isChanged ? html`<p class="quiet">${msg("Список обновится, когда вы сохраните.")}</p>` : nothing}
    </section>`;
  }

  #whenChangeable({ mayChange, until, state: now }: Shown): string {
    if (!mayChange)
      return msg(
        "Условия уже не меняют: это можно в черновике и в первой половине срока приёма работ, чтобы всё было честно.",
      );
    return now === "draft"
      ? msg("Это черновик: его можно менять свободно.")
      : msg(
          str`После открытия условия меняют до ${dayAndMinute(until)}. Всем, кто прислал работы, мы сообщим об изменении.`,
        );
  }
}
