import type { ConversationFilter } from "@veche/protocol";
import { css, html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { ConsoleElement } from "../../parts/console-element.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { pageStyles } from "../../parts/styles.ts";
import "./found-filter.ts";
import "./found-list.ts";
import type { FoundList } from "./found-list.ts";
import type { Departments } from "./words.ts";

const FILTER_NAMES = [
  "query",
  "state",
  "standing",
  "department",
  "operator",
  "channel",
  "reason",
  "language",
  "from",
  "to",
] as const satisfies readonly (keyof ConversationFilter)[];

/** The address without a search in it. */
export const NO_FILTER = Object.fromEntries(FILTER_NAMES.map((name) => [name, undefined]));

/**
 * The search over conversations: words and facts above, what fits below. Its filter stands in the address.
 *
 * @fires open-conversation - its id
 */
@customElement("console-found")
export class Found extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      console-found-list {
        flex: 1;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) departments: Departments = new Map();
  @property() chosen: string | undefined;
  @query("console-found-list") private list!: FoundList;

  readonly #address = new QueryController(this);

  /** What stands in the list, in its order, as far as it was fetched. */
  get ids(): readonly string[] {
    return this.list.ids;
  }

  override focus(): void {
    this.list.focus();
  }

  #filter(): ConversationFilter {
    const asked = Object.fromEntries(
      FILTER_NAMES.flatMap((name) => {
        const value = this.#address.get(name);
        return value ? [[name, value]] : [];
      }),
    );
    // An address that somebody changed by hand is refused by the server, not here.
    return asked;
  }

  protected override render() {
    const filter = this.#filter();
    return html`<console-found-filter
        .filter=${filter}
        .departments=${this.departments}
        @filter-changed=${({ detail }: CustomEvent<ConversationFilter>) =>
          this.#address.set({ ...NO_FILTER, ...detail })}
      ></console-found-filter>
      <console-found-list
        .filter=${filter}
        .departments=${this.departments}
        .chosen=${this.chosen}
      ></console-found-list>`;
  }
}
