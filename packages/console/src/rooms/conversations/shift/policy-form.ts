import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import "@vaadin/text-field";
import type { AuditEntry, ConversationPolicy } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Attempt } from "../../../parts/attempt.ts";
import { dayAndMinute } from "../../../parts/moments.ts";
import { refusalNote, shownAfresh } from "../../../parts/reading.ts";
import { RoomElement } from "../../../parts/room-element.ts";
import { pageStyles } from "../../../parts/styles.ts";

type Rule = keyof ConversationPolicy;

/** By which rules residents are served. */
@customElement("console-policy-form")
export class PolicyForm extends RoomElement {
  static override styles = [
    pageStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr));
        gap: 6px 18px;
        padding: 16px 20px;
      }
      .row,
      .refusal {
        grid-column: 1 / -1;
      }
      vaadin-text-field {
        width: 100%;
      }
    `,
  ];

  /** As they stand in their fields; empty is no such rule. */
  @state() private fields: Readonly<Record<Rule, string>> | undefined;
  /** Who set them last. */
  @state() private change: AuditEntry | undefined;
  readonly #attempt = new Attempt(this);

  readonly #reading = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const { client } = this.desk;
      const [{ policy }] = await Promise.all([
        client.conversations.policy({}, signal),
        this.#readChange(signal),
      ]);
      this.#show(policy);
    },
  });

  async #readChange(signal?: AbortSignal): Promise<void> {
    const action = "conversations.savePolicy";
    const { items } = await this.desk.client.staff.auditLog({ action, limit: 1 }, signal);
    this.change = items[0];
  }

  #show(policy: ConversationPolicy): void {
    const written = (rule: Rule) => String(policy[rule] ?? "");
    this.fields = {
      mostOpen: written("mostOpen"),
      absentSeconds: written("absentSeconds"),
      fallBackMinutes: written("fallBackMinutes"),
      reopenHours: written("reopenHours"),
      retentionDays: written("retentionDays"),
    };
  }

  #save = (event: Event) => {
    event.preventDefault();
    return this.#attempt.run(async () => {
      const { fields } = this;
      if (!fields) return;
      const optional = (rule: Rule) => (fields[rule].trim() === "" ? undefined : Number(fields[rule]));
      const { policy } = await this.desk.client.conversations.savePolicy({
        // An empty field of these is no number, and the server says so.
        reopenHours: optional("reopenHours") ?? Number.NaN,
        absentSeconds: optional("absentSeconds") ?? Number.NaN,
        mostOpen: optional("mostOpen"),
        fallBackMinutes: optional("fallBackMinutes"),
        retentionDays: optional("retentionDays"),
      });
      this.#show(policy);
      await this.#readChange();
      this.desk.notices.done(msg("Правила сохранены и уже действуют."));
    });
  };

  protected override render() {
    const { fields } = this;
    if (!fields) return shownAfresh(this.#reading, () => nothing);
    const rules: readonly (readonly [Rule, string, string])[] = [
      [
        "mostOpen",
        msg("Диалогов сразу у одного оператора"),
        msg("Пусто — без предела. Отдельному человеку можно задать свой."),
      ],
      [
        "absentSeconds",
        msg("Секунд без связи до возврата в очередь"),
        msg("Оператор пропал — его диалоги возьмут коллеги."),
      ],
      [
        "fallBackMinutes",
        msg("Минут ждать подразделение, где никого нет"),
        msg("Потом вопрос видят все, кто на смене. Пусто — ждать сколько нужно."),
      ],
      [
        "reopenHours",
        msg("Часов вернуться к оператору"),
        msg("Кто написал снова позже, тому отвечает помощник."),
      ],
      [
        "retentionDays",
        msg("Дней хранить переписку"),
        msg("Потом слова стираются, остаются только цифры. Пусто — не стирать."),
      ],
    ];
    return html`<form class="panel" novalidate @submit=${this.#save}>
      <div class="row">
        <h2 class="grow">${msg("Правила очереди")}</h2>
        <vaadin-button theme="primary" ?disabled=${this.#attempt.busy} @click=${this.#save}>
          ${msg("Сохранить правила")}
        </vaadin-button>
      </div>
      ${refusalNote(this.#attempt.refusal)}
      ${rules.map(
        ([rule, label, helper]) =>
          html`<vaadin-text-field
            label=${label}
            helper-text=${helper}
            inputmode="numeric"
            manual-validation
            ?invalid=${this.#attempt.refusal?.field === rule}
            .value=${fields[rule]}
            @value-changed=${({ detail }: CustomEvent<{ value: string }>) => {
              if (detail.value !== fields[rule]) this.fields = { ...fields, [rule]: detail.value };
            }}
          ></vaadin-text-field>`,
      )}
      ${
        this.change
          ? html`<p class="row quiet">${this.change.who.name}, ${dayAndMinute(this.change.at)}</p>`
          : nothing
      }
    </form>`;
  }
}
