import { msg } from "@lit/localize";
import type {
  Article,
  CloseReason,
  Priority,
  QueueItem,
  ResidentCard,
  WatchedMessage,
} from "@veche/protocol";
import { html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { RoomElement } from "../../parts/room-element.ts";
import "../../parts/shortcuts-help.ts";
import type { ShortcutsHelp } from "../../parts/shortcuts-help.ts";
import "./acts-menu.ts";
import type { ActsMenu, HoldAsked, RestrictAsked } from "./acts-menu.ts";
import { cannedValues } from "./canned.ts";
import "./canned-dialog.ts";
import type { CannedDialog } from "./canned-dialog.ts";
import { type Act, downloadTranscript, restrict } from "./conversation-acts.ts";
import "./erase-dialog.ts";
import type { EraseDialog } from "./erase-dialog.ts";
import "./groups-dialog.ts";
import type { GroupsDialog } from "./groups-dialog.ts";
import "./endings.ts";
import type { Endings } from "./endings.ts";
import "./proposal-dialog.ts";
import type { ProposalDialog } from "./proposal-dialog.ts";
import { composerShortcuts, inboxShortcuts } from "./shortcuts.ts";
import type { Departments } from "./words.ts";

export interface ActAsked {
  readonly act: Act;
  /** What is said once it is done. */
  readonly done?: string;
}

/**
 * Every question that the inbox asks in front of itself.
 *
 * @fires act-asked - what to do with the conversation that is open
 * @fires canned-chosen - a text for the answer
 * @fires restricted - the resident is muted, limited or blocked
 * @fires erased - nothing of the conversation that is open is left to show
 */
@customElement("console-inbox-dialogs")
export class InboxDialogs extends RoomElement {
  @property({ attribute: false }) item: QueueItem | undefined;
  @property({ attribute: false }) card: ResidentCard | undefined;
  @property({ attribute: false }) near: readonly Article[] = [];
  @property({ attribute: false }) departments: Departments = new Map();
  @property({ type: Boolean }) supervises = false;

  @query("console-acts-menu") private acts!: ActsMenu;
  @query("console-canned-dialog") private texts!: CannedDialog;
  @query("console-proposal-dialog") private proposal!: ProposalDialog;
  @query("console-erase-dialog") private erasing!: EraseDialog;
  @query("console-groups-dialog") private alike!: GroupsDialog;
  @query("console-endings") private endings!: Endings;
  @query("console-shortcuts-help") private shortcuts!: ShortcutsHelp;

  menu(asked: "menu" | "hold" = "menu"): void {
    this.acts.show(asked);
  }
  askDepartment(): void {
    this.endings.askDepartment();
  }
  askReason(): void {
    this.endings.askReason();
  }
  canned(): void {
    void this.texts.show();
  }
  propose(message: WatchedMessage): void {
    this.proposal.show(message);
  }
  groups(): void {
    this.alike.show();
  }
  help(): void {
    this.shortcuts.show();
  }

  #ask(act: Act, done?: string): void {
    this.tell<ActAsked>("act-asked", { act, ...(done ? { done } : {}) });
  }

  async #restrict(id: string, asked: RestrictAsked): Promise<void> {
    if (await restrict(this.desk, id, asked)) this.tell("restricted");
  }

  protected override render() {
    const { item, departments, desk } = this;
    const department = item?.department && departments.get(item.department);
    const card = this.card?.conversation.id === item?.id ? this.card : undefined;
    return html`<console-acts-menu
        .item=${item}
        .me=${desk.me.id}
        ?supervises=${this.supervises}
        ?networkForgotten=${card?.networkKnown === false}
        ?erases=${desk.me.role === "admin"}
        .departments=${departments}
        @hold=${({ detail }: CustomEvent<HoldAsked>) => this.#ask({ kind: "hold", ...detail })}
        @wake=${() => this.#ask({ kind: "wake" })}
        @redirect=${({ detail }: CustomEvent<string>) =>
          this.#ask({ kind: "redirect", to: detail }, msg("Житель получил контакт, диалог завершён."))}
        @give-back=${() => this.#ask({ kind: "giveBack" })}
        @take=${() => this.#ask({ kind: "take", quiet: false })}
        @take-quietly=${() => this.#ask({ kind: "take", quiet: true })}
        @prioritise=${({ detail }: CustomEvent<Priority>) => this.#ask({ kind: "prioritise", priority: detail })}
        @restrict=${({ detail }: CustomEvent<RestrictAsked>) => item && this.#restrict(item.id, detail)}
        @transcript=${() => item && downloadTranscript(item.id)}
        @erase=${() => item && this.erasing.show(item)}
      ></console-acts-menu>
      <console-erase-dialog></console-erase-dialog>
      <console-groups-dialog></console-groups-dialog>
      <console-endings
        .departments=${departments}
        @department-chosen=${({ detail }: CustomEvent<string>) =>
          this.#ask(
            { kind: "transfer", department: detail },
            `${msg("Передано:")} ${departments.get(detail) ?? detail}`,
          )}
        @reason-chosen=${({ detail }: CustomEvent<CloseReason>) =>
          this.#ask({ kind: "close", reason: detail }, msg("Диалог завершён."))}
      ></console-endings>
      <console-canned-dialog
        .values=${cannedValues(card, { operator: desk.me.name, department, now: new Date() })}
      ></console-canned-dialog>
      <console-proposal-dialog .near=${this.near}></console-proposal-dialog>
      <console-shortcuts-help
        .shortcuts=${[...composerShortcuts, ...inboxShortcuts]}
      ></console-shortcuts-help>`;
  }
}
