import { msg, str } from "@lit/localize";
import "@vaadin/button";
import type { PictureEdits, PicturePart, StaffEntry } from "@veche/protocol";
import { css, html, nothing, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { Attempt } from "../../parts/attempt.ts";
import { percent } from "../../parts/moments.ts";
import { refusalNote } from "../../parts/reading.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { allEntries } from "./all-entries.ts";
import { largest, renderPicture } from "./picture.ts";
import { MIDDLE, partByKey } from "./part-keys.ts";
import { covered, cropped, partBetween, turned } from "./picture-edits.ts";

/** Less than this share of a side is a click, not a part. */
const PART_LEAST = 0.015;

/**
 * Chooses between the straightened page and the photograph as it was; turns, covers and crops what is shown, and takes
 * each of it back.
 *
 * @fires picture-edited - detail is the entry as it stands now
 */
@customElement("console-picture-tools")
export class PictureTools extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: grid;
        gap: 8px;
      }
      .looks {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 8px;
      }
      figure {
        display: grid;
        gap: 4px;
        margin: 0;
        font-size: var(--lumo-font-size-xs);
      }
      figure img {
        width: 100%;
        height: 120px;
        border-radius: 8px;
        background: var(--console-hover);
        object-fit: contain;
      }
      .shown img {
        outline: 2px solid var(--lumo-primary-color);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }
      .sheet {
        position: relative;
        justify-self: center;
        line-height: 0;
        cursor: crosshair;
        touch-action: none;
        user-select: none;
      }
      .sheet img {
        max-width: 100%;
        max-height: 52vh;
      }
      .part {
        position: absolute;
        border: 2px solid var(--lumo-primary-color);
        background: rgb(0 0 0 / 55%);
        pointer-events: none;
      }
      .sheet:focus-visible {
        outline: 2px solid var(--lumo-primary-text-color);
        outline-offset: 2px;
      }
      .part.crop {
        background: none;
        box-shadow: 0 0 0 2px var(--lumo-base-color);
      }
    `,
  ];

  @property({ attribute: false }) entry!: StaffEntry;
  @state() private drawing: "cover" | "crop" | undefined;
  @state() private drawn: PicturePart | undefined;
  /** What was before each edit, the last one last. */
  @state() private earlier: readonly PictureEdits[] = [];
  readonly #attempt = new Attempt(this);
  #from = { x: 0, y: 0 };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("entry") || changed.get("entry")?.id === this.entry.id) return;
    this.earlier = [];
    this.drawing = undefined;
  }

  async #edit(edits: PictureEdits, before: readonly PictureEdits[]): Promise<void> {
    this.drawing = undefined;
    this.drawn = undefined;
    const { id, edits: seen } = this.entry;
    await this.#attempt.run(async () => {
      const { entry } = await this.desk.client.campaigns.editPicture({ id, ...edits, before: seen });
      if (this.entry.id === id) this.earlier = before;
      this.tell("picture-edited", entry);
    });
    if (isRefusal(this.#attempt.refusal, "conflict")) await this.#showAfresh(this.entry);
  }

  /** A colleague edited it meanwhile: what they made is shown, to be edited from there. */
  async #showAfresh({ id, campaign, state }: StaffEntry): Promise<void> {
    this.earlier = [];
    const entries = await allEntries(this.desk.client, campaign, state);
    const entry = entries.find((one) => one.id === id);
    if (entry) this.tell("picture-edited", entry);
  }

  #do(change: (edits: PictureEdits) => PictureEdits): void {
    const { edits } = this.entry;
    if (edits) void this.#edit(change(edits), [...this.earlier, edits]);
  }

  #undo(): void {
    const last = this.earlier.at(-1);
    if (last) void this.#edit(last, this.earlier.slice(0, -1));
  }

  #at({ clientX, clientY, currentTarget }: PointerEvent) {
    const { left, top, width, height } = (currentTarget as HTMLElement).getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  }

  #begin = (event: PointerEvent) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#from = this.#at(event);
    this.drawn = undefined;
  };

  #draw = (event: PointerEvent) => {
    if (event.buttons === 1) this.drawn = partBetween(this.#from, this.#at(event));
  };

  /** The keyboard moves and sizes a part of its own; what leads elsewhere stays with the preview. */
  #onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Tab") return;
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      this.drawing = undefined;
      this.drawn = undefined;
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#end();
    } else {
      const part = partByKey(this.drawn ?? MIDDLE, event);
      if (!part) return;
      event.preventDefault();
      this.drawn = part;
    }
  };

  #startDrawing(tool: "cover" | "crop"): void {
    this.drawing = this.drawing === tool ? undefined : tool;
    this.drawn = this.drawing && MIDDLE;
    if (!this.drawing) return;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".sheet")?.focus());
  }

  #end = () => {
    const { drawn: part, drawing } = this;
    if (!part || !drawing || part.width < PART_LEAST || part.height < PART_LEAST) return;
    this.#do((edits) => (drawing === "cover" ? covered(edits, part) : cropped(edits, part)));
  };

  protected override render() {
    if (!this.entry.edits || !this.entry.image) return nothing;
    const { busy, refusal } = this.#attempt;
    return html`<h3>${msg("Снимок")}</h3>
      ${this.#renderLooks()} ${this.drawing ? this.#renderSheet() : nothing}
      <div class="acts">
        <vaadin-button theme="small" ?disabled=${busy} @click=${() => this.#do(turned)}>
          ${msg("Повернуть")}
        </vaadin-button>
        ${this.#renderTool("cover", msg("Закрыть часть"))} ${this.#renderTool("crop", msg("Обрезать"))}
        <vaadin-button
          theme="small tertiary"
          ?disabled=${busy || this.earlier.length === 0}
          @click=${() => this.#undo()}
        >
          ${msg("Вернуть, как было до правки")}
        </vaadin-button>
      </div>
      ${busy ? html`<p class="quiet" role="status">${msg("Делаем снимок заново…")}</p>` : nothing}
      ${refusalNote(refusal)}`;
  }

  #renderTool(tool: "cover" | "crop", name: string) {
    return html`<vaadin-button
      theme="small"
      aria-pressed=${this.drawing === tool}
      ?disabled=${this.#attempt.busy}
      @click=${() => this.#startDrawing(tool)}
      >${name}</vaadin-button
    >`;
  }

  #renderSheet() {
    const { image, title } = this.entry;
    const part = this.drawn;
    const inCss = (share: number) => `${share * 100}%`;
    return html`<p class="quiet">
        ${
          this.drawing === "cover"
            ? msg("Обведите то, что надо закрыть чёрным: лицо, телефон, адрес.")
            : msg("Обведите то, что надо оставить.")
        }
        ${msg("С клавиатуры: стрелки двигают рамку, с Shift меняют её размер, Enter применяет, Esc отменяет.")}
      </p>
      <div
        class="sheet"
        tabindex="0"
        role="application"
        aria-label=${this.drawing === "cover" ? msg("Закрыть часть") : msg("Обрезать")}
        aria-describedby="part"
        @keydown=${this.#onKeyDown}
        @pointerdown=${this.#begin}
        @pointermove=${this.#draw}
        @pointerup=${this.#end}
        @dragstart=${(event: Event) => event.preventDefault()}
      >
        <img src=${image ? largest(image) : ""} alt=${title} />
        ${
          part
            ? html`<div
                class="part ${this.drawing}"
                .style=${`left:${inCss(part.x)};top:${inCss(part.y)};width:${inCss(part.width)};height:${inCss(part.height)}`}
              ></div>`
            : nothing
        }
      </div>
      <p class="quiet" id="part" role="status">${part ? said(part) : nothing}</p>`;
  }

  #renderLooks() {
    const { looks, image, edits } = this.entry;
    if (!looks || !image || !edits) return nothing;
    const isPage = looks.shown === "page";
    const [photograph, page] = isPage ? [looks.other, image] : [image, looks.other];
    const isBound = edits.covers.length > 0 || edits.crop !== undefined;
    return html`<div class="looks">
        <figure class=${isPage ? "" : "shown"}>
          ${renderPicture(photograph, "", 160)}
          <figcaption>${msg("Как было")}</figcaption>
        </figure>
        <figure class=${isPage ? "shown" : ""}>
          ${renderPicture(page, "", 160)}
          <figcaption>${msg("Лист выровнен")}</figcaption>
        </figure>
      </div>
      <vaadin-button
        theme="small"
        ?disabled=${this.#attempt.busy || isBound}
        @click=${() => this.#do((it) => ({ ...it, look: isPage ? "as_it_was" : "page" }))}
      >
        ${isPage ? msg("Показывать как было") : msg("Показывать выровненный лист")}
      </vaadin-button>
      ${
        isBound
          ? html`<p class="quiet">
              ${msg("На снимке закрыто или обрезано лишнее. Чтобы выбрать другой вид, сначала верните правки.")}
            </p>`
          : nothing
      }`;
  }
}

/** Where a part lies, for those who don't see it. */
function said({ x, y, width, height }: PicturePart): string {
  const [left, top, wide, high] = [x, y, width, height].map(percent);
  return msg(str`Рамка: слева ${left}, сверху ${top}, шириной ${wide}, высотой ${high}.`);
}
