import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import type { OperatorView } from "@veche/protocol";
import { html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { shown } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { documentStyles, pageStyles } from "../../../parts/styles.ts";
import { tableStyles } from "../../../parts/table.ts";
import "./erasures.ts";
import "./operator-dialog.ts";
import type { OperatorDialog } from "./operator-dialog.ts";
import { renderOperators } from "./operators-table.ts";
import "./policy-form.ts";
import "./restrictions.ts";

/** A supervisor's room: who answers what, by which rules the queue goes, what is closed to whom, what was erased. */
@customElement("console-shift")
export class Shift extends RoomElement {
  static override styles = [pageStyles, documentStyles, tableStyles];

  @query("console-operator-dialog") private dialog!: OperatorDialog;
  #stop: (() => void) | undefined;

  readonly #people = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const { staff, city, conversations, knowledge } = this.desk.client;
      const [members, hotlines, operators, { topics }] = await Promise.all([
        staff.members({}, signal),
        city.hotlines({}, signal),
        conversations.operators({}, signal),
        knowledge.articles({}, signal),
      ]);
      return {
        topics: new Map(topics.map(({ topic, title }) => [topic, title])),
        departments: new Map(hotlines.items.map(({ slug, name }) => [slug, name])),
        operators: everybody(
          members.items.filter(
            ({ role, disabled }) => role === "operator" || (role === "admin" && !disabled),
          ),
          operators.items,
        ),
      };
    },
  });

  override connectedCallback(): void {
    super.connectedCallback();
    // Who is there changes all day; a change is worth one more look, not a second list.
    this.#stop = this.desk.live.on("presence", () => void this.#people.run());
  }

  override disconnectedCallback(): void {
    this.#stop?.();
    super.disconnectedCallback();
  }

  protected override render() {
    return html`<div class="page">
        <h1>${msg("Смена и очередь")}</h1>
        ${shown(
          this.#people,
          ({ operators, departments, topics }) =>
            html`<section class="panel scroll">
              ${renderOperators(operators, departments, topics, (operator) => this.dialog.show(operator))}
            </section>`,
        )}
        <console-policy-form .desk=${this.desk}></console-policy-form>
        <console-restrictions .desk=${this.desk}></console-restrictions>
        <console-erasures .desk=${this.desk}></console-erasures>
      </div>
      <console-operator-dialog
        .desk=${this.desk}
        .departments=${this.#people.value?.departments ?? new Map()}
        .topics=${this.#people.value?.topics ?? new Map()}
        @operator-saved=${() => this.#people.run()}
      ></console-operator-dialog>`;
  }
}

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly department?: string | undefined;
}

/** Also those who have never been on shift: what they may take can be set before their first day. */
function everybody(members: readonly Colleague[], known: readonly OperatorView[]): readonly OperatorView[] {
  const byId = new Map(known.map((operator) => [operator.id, operator]));
  return members
    .map(({ id, name, department }): OperatorView => ({
      presence: "away",
      since: "",
      connected: false,
      open: 0,
      departments: [],
      skills: [],
      supervises: false,
      ...byId.get(id),
      id,
      name,
      ...(department ? { home: department } : {}),
    }))
    .toSorted(
      (a, b) => Number(b.connected) - Number(a.connected) || b.open - a.open || a.name.localeCompare(b.name),
    );
}
