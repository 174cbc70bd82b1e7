import { msg } from "@lit/localize";
import { css, html, nothing } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { icon } from "../../parts/icons.ts";
import { count } from "../../parts/moments.ts";
import { documentStyles, pageStyles } from "../../parts/styles.ts";

export interface FigureSeries {
  readonly name: string;
  readonly values: readonly number[];
}

/** Figures under names: drawn as bars, and as a table for whoever reads or hears them. */
export interface Figure {
  readonly caption: string;
  /** Over the names. */
  readonly heading: string;
  readonly labels: readonly string[];
  readonly series: readonly FigureSeries[];
  /** Names stand at the left, for long ones. */
  readonly lying?: boolean;
  /** Values of one name stand beside each other, not one upon the other. */
  readonly beside?: boolean;
  /** How a value is told; as a count where nothing is said. */
  readonly write?: (value: number) => string;
  /** Where the table can be had as a file, the format to be added. */
  readonly file?: string;
}

const TONES = [1, 2, 3, 4, 5, 6] as const;

/** One chart; the library that draws comes when the first is shown. */
@customElement("console-figure-chart")
export class FigureChart extends ConsoleElement {
  static override styles = [
    pageStyles,
    documentStyles,
    css`
      :host {
        height: auto;
        padding: 14px 16px;
        overflow: visible;
      }
      figure {
        display: grid;
        gap: 8px;
        margin: 0;
      }
      figcaption {
        font-weight: 600;
      }
      .drawn {
        position: relative;
        height: 240px;
        min-width: 0;
      }
      summary {
        min-height: 28px;
        color: var(--lumo-primary-text-color);
        font-size: var(--lumo-font-size-s);
        cursor: pointer;
      }
      .scroll {
        max-height: 320px;
        overflow: auto;
      }
      .tone-1 {
        color: var(--lumo-primary-color);
      }
      .tone-2 {
        color: var(--lumo-warning-color);
      }
      .tone-3 {
        color: var(--lumo-success-color);
      }
      .tone-4 {
        color: var(--lumo-contrast-40pct);
      }
      .tone-5 {
        color: #8f63d8;
      }
      .tone-6 {
        color: #1f97a6;
      }
      .ink {
        color: var(--lumo-secondary-text-color);
      }
      .line {
        color: var(--console-line);
      }
    `,
  ];

  @property({ attribute: false }) figure: Figure | undefined;
  @query("canvas") private canvas: HTMLCanvasElement | undefined;
  #chart: { destroy(): void } | undefined;
  #drawn = false;
  /** The theme is an attribute of the page, or the system's. */
  readonly #themed = new MutationObserver(() => void this.#draw());
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  #onSystem = () => void this.#draw();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#themed.observe(document.documentElement, { attributes: true });
    this.#dark.addEventListener("change", this.#onSystem);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#themed.disconnect();
    this.#dark.removeEventListener("change", this.#onSystem);
    this.#chart?.destroy();
    this.#chart = undefined;
  }

  protected override updated(): void {
    void this.#draw();
  }

  async #draw(): Promise<void> {
    const { drawChart } = await import("./draw-chart.ts");
    const { canvas, figure } = this;
    if (!canvas || !figure || !this.isConnected) return;
    const colour = (name: string) => {
      const probe = this.renderRoot.querySelector(`.${name}`);
      return probe ? getComputedStyle(probe).color : "";
    };
    this.#chart?.destroy();
    this.#chart = drawChart(
      canvas,
      {
        ...figure,
        lying: figure.lying ?? false,
        beside: figure.beside ?? false,
        write: figure.write ?? count,
      },
      {
        tones: TONES.map((tone) => colour(`tone-${tone}`)),
        ink: colour("ink"),
        line: colour("line"),
        font: getComputedStyle(this).fontFamily,
        still: this.#drawn || matchMedia("(prefers-reduced-motion: reduce)").matches,
      },
    );
    this.#drawn = true;
  }

  protected override render() {
    const { figure } = this;
    if (!figure) return nothing;
    const rows = figure.lying ? figure.labels.length : 0;
    return html`<figure>
      <figcaption>${figure.caption}</figcaption>
      <div class="drawn" .style=${rows > 7 ? `height: ${rows * 28 + 48}px` : ""}>
        <canvas role="img" aria-label=${figure.caption}></canvas>
      </div>
      <details>
        <summary>${msg("Таблицей")}</summary>
        ${this.#renderTable(figure)}
        ${
          figure.file
            ? html`<p class="files">
                ${(["csv", "xlsx"] as const).map(
                  (format) =>
                    html`<a href="${figure.file}&format=${format}" download
                      >${icon("download")} ${format.toUpperCase()}</a
                    > `,
                )}
              </p>`
            : nothing
        }
      </details>
      <span hidden>
        ${TONES.map((tone) => html`<i class="tone-${tone}"></i>`)}<i class="ink"></i><i class="line"></i>
      </span>
    </figure>`;
  }

  /** Names under which there is nothing are left out: they would be a wall of zeros. */
  #renderTable({ caption, heading, labels, series, write = count }: Figure) {
    const told = labels.flatMap((label, at) =>
      series.some(({ values }) => values[at]) ? [{ label, at }] : [],
    );
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">${heading}</th>
            ${series.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${told.map(
            ({ label, at }) =>
              html`<tr>
                <th scope="row">${label}</th>
                ${series.map(({ values }) => html`<td class="number">${write(values[at] ?? 0)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
      ${told.length < labels.length ? html`<p class="quiet">${msg("Где ничего не было, строк нет.")}</p>` : nothing}
    </div>`;
  }
}
