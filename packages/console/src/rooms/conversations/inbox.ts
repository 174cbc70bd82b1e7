import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { CloseReason, QueueItem, WatchedMessage } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { Outbox } from "../../client/outbox.ts";
import { icon } from "../../parts/icons.ts";
import { KeysController } from "../../parts/keys-controller.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { RoomElement } from "../../parts/room-element.ts";
import "../../parts/shortcuts-help.ts";
import type { ShortcutsHelp } from "../../parts/shortcuts-help.ts";
import { pageStyles } from "../../parts/styles.ts";
import type { Words } from "./composer.ts";
import "./conversation-view.ts";
import type { ConversationView } from "./conversation-view.ts";
import "./endings.ts";
import type { Endings } from "./endings.ts";
import { inboxStyles } from "./inbox-styles.ts";
import { afterMove, afterPush, neighbour, type Queue, sectionOf, sectionsOf, type Seen } from "./queue.ts";
import "./queue-list.ts";
import type { QueueList } from "./queue-list.ts";
import "./resident-card.ts";
import { restoreSeen, withSeen } from "./seen.ts";
import { composerShortcuts, type InboxAct, inboxShortcuts } from "./shortcuts.ts";
import "./suggested-articles.ts";
import type { SuggestedArticles } from "./suggested-articles.ts";
import { lastQuestion } from "./transcript.ts";
import { WatchedConversation } from "./watched-conversation.ts";
import type { Departments } from "./words.ts";

/** The operators' room: the queue, the conversation, and what helps to answer it. */
@customElement("console-inbox")
export class Inbox extends RoomElement {
  static override styles = [pageStyles, inboxStyles];

  @state() private queue: Queue = new Map();
  @state() private known = false;
  @state() private seen: Seen = restoreSeen();
  @state() private cardOpen = false;

  @query("console-queue-list") private list!: QueueList;
  @query("console-conversation-view") private view!: ConversationView | null;
  @query("console-suggested-articles") private articles!: SuggestedArticles | null;
  @query("console-endings") private endings!: Endings;
  @query("console-shortcuts-help") private help!: ShortcutsHelp;

  readonly #address = new QueryController(this);
  readonly #watched = new WatchedConversation(this, () => this.desk.live);
  readonly #departments = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Departments> => {
      const { items } = await this.desk.client.city.hotlines({}, signal);
      return new Map(items.map(({ slug, name }) => [slug, name]));
    },
  });
  #outbox!: Outbox;
  #stops: readonly (() => void)[] = [];
  #retries: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new KeysController<InboxAct>(this, inboxShortcuts, (act) => this.#act(act));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { live, newId } = this.desk;
    this.#outbox = new Outbox({
      storage: sessionStorage,
      newId,
      send: async (unsent) => (await live.ask("answer", unsent)).message,
      onDelivered: (message: WatchedMessage) => this.#watched.add([message]),
      onChange: () => this.requestUpdate(),
    });
    this.#stops = [
      live.on("queue", (push) => {
        this.queue = afterPush(this.queue, push);
        this.known ||= push.whole;
      }),
      live.on("connection", (connection) => {
        if (connection === "online") void this.#outbox.flush();
      }),
    ];
    this.#retries = setInterval(() => void this.#outbox.flush(), 5_000);
    // The whole queue is pushed on connecting; a page opened later asks by connecting anew.
    if (live.connection === "online") {
      live.close();
      live.open();
    }
  }

  override disconnectedCallback(): void {
    for (const stop of this.#stops) stop();
    clearInterval(this.#retries);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.#watched.open(this.#address.get("open"));
    const item = this.#open();
    if (item && document.visibilityState === "visible" && this.seen[item.id] !== item.updatedAt) {
      this.seen = withSeen(this.seen, item.id, item.updatedAt);
    }
  }

  /** The conversation on screen, as newly known as can be. */
  #open(): QueueItem | undefined {
    const { id, item } = this.#watched;
    return id ? (this.queue.get(id) ?? (item && this.known ? closedUnlessAssistant(item) : item)) : undefined;
  }

  #choose(id: string | undefined): void {
    this.cardOpen = false;
    this.#address.set({ open: id }, this.#address.get("open") ? "replace" : "step");
  }

  #act(act: InboxAct): void {
    const item = this.#open();
    switch (act) {
      case "next":
      case "previous": {
        const ids = sectionsOf(this.queue, this.desk.me.id).flatMap(([, items]) => items.map(({ id }) => id));
        const id = neighbour(ids, this.#watched.id, act === "next" ? 1 : -1);
        if (id) this.#choose(id);
        return;
      }
      case "write":
        return this.view?.write();
      case "leave":
        return this.list.focus();
      case "claim":
        return void (item?.state === "queued" && this.#claim(item));
      case "release":
        return void (this.#isMine(item) && this.#move(item, "release"));
      case "transfer":
        return item && item.state !== "closed" ? this.endings.askDepartment() : undefined;
      case "close":
        return item && item.state !== "closed" ? this.endings.askReason() : undefined;
      case "help":
        return this.help.show();
      default:
        return this.articles?.take(Number(act.at(-1)) - 1, act.startsWith("insert") ? "insert" : "send");
    }
  }

  #isMine(item: QueueItem | undefined): item is QueueItem {
    return item !== undefined && sectionOf(item, this.desk.me.id) === "mine";
  }

  async #claim(item: QueueItem): Promise<boolean> {
    const moved = await this.#move(item, "claim");
    if (moved) this.view?.write();
    return moved;
  }

  /** @returns whether the server agreed */
  async #move(
    { id: conversationId }: QueueItem,
    move: "claim" | "release" | { readonly department: string } | { readonly reason: CloseReason },
  ): Promise<boolean> {
    const { live, notices } = this.desk;
    try {
      const { conversation } =
        typeof move === "string"
          ? await live.ask(move, { conversationId })
          : "department" in move
            ? await live.ask("transfer", { conversationId, department: move.department })
            : await live.ask("close", { conversationId, reason: move.reason });
      this.#watched.item = conversation;
      if (conversation.state === "closed")
        this.queue = afterPush(this.queue, { whole: false, conversations: [], removed: [conversationId] });
      else this.queue = afterMove(this.queue, conversation);
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      notices.problem(error.message);
      return false;
    }
  }

  async #transfer(department: string): Promise<void> {
    const item = this.#open();
    if (!item || !(await this.#move(item, { department }))) return;
    this.desk.notices.done(`${msg("Передано:")} ${this.#departments.value?.get(department) ?? department}`);
  }

  async #close(reason: CloseReason): Promise<void> {
    const item = this.#open();
    if (item && (await this.#move(item, { reason }))) this.desk.notices.done(msg("Диалог завершён."));
  }

  async #say(words: Words): Promise<void> {
    const item = this.#open();
    if (!item || words.text.trim() === "") return;
    if (item.state === "queued" && !(await this.#claim(item))) return this.view?.insert(words);
    await this.#outbox.add(item.id, words.text, words.article);
  }

  protected override render() {
    const item = this.#open();
    const departments = this.#departments.value ?? new Map();
    return html`
      <div
        class="columns"
        data-showing=${this.#watched.id ? (this.cardOpen ? "card" : "conversation") : "queue"}
      >
        <section class="queue" aria-label=${msg("Очередь")}>
          <header>
            <h1>${msg("Диалоги")}</h1>
            <button class="keys" aria-label=${msg("Клавиши")} title="?" @click=${() => this.help.show()}>
              ${icon("keyboard")}
            </button>
          </header>
          <console-queue-list
            .queue=${this.queue}
            .seen=${this.seen}
            .departments=${departments}
            .me=${this.desk.me.id}
            .chosen=${this.#watched.id}
            ?known=${this.known}
            @open-conversation=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
          ></console-queue-list>
        </section>
        ${
          this.#watched.id
            ? this.#renderConversation(this.#watched.id, item)
            : html`<div class="nothing">${msg("Выберите диалог слева или нажмите")} <kbd>J</kbd></div>`
        }
      </div>
      <console-endings
        .departments=${departments}
        @department-chosen=${({ detail }: CustomEvent<string>) => this.#transfer(detail)}
        @reason-chosen=${({ detail }: CustomEvent<CloseReason>) => this.#close(detail)}
      ></console-endings>
      <console-shortcuts-help
        .shortcuts=${[...composerShortcuts, ...inboxShortcuts]}
      ></console-shortcuts-help>
    `;
  }

  #renderConversation(id: string, item: QueueItem | undefined) {
    const { messages, state, residentTyping } = this.#watched;
    return html`
      <console-conversation-view
        .conversationId=${id}
        .item=${item}
        .me=${this.desk.me.id}
        .messages=${messages}
        .unsent=${this.#outbox.of(id)}
        .watch=${state}
        ?resident-typing=${residentTyping}
        @say=${({ detail }: CustomEvent<Words>) => this.#say(detail)}
        @typing=${() => this.desk.live.hint("operatorTyping", { conversationId: id })}
        @retry=${({ detail }: CustomEvent<string>) => this.#outbox.retry(detail)}
        @take-back=${({ detail }: CustomEvent<string>) => this.#outbox.drop(detail)}
        @claim=${() => this.#act("claim")}
        @release=${() => this.#act("release")}
        @ask-transfer=${() => this.#act("transfer")}
        @ask-close=${() => this.#act("close")}
        @show-queue=${() => this.#choose(undefined)}
        @show-card=${() => (this.cardOpen = !this.cardOpen)}
      ></console-conversation-view>
      <aside class="card" aria-label=${msg("Карточка жителя")}>
        <vaadin-button class="back" theme="tertiary" @click=${() => (this.cardOpen = false)}>
          ${icon("back")} ${msg("К диалогу")}
        </vaadin-button>
        ${
          item
            ? html`<console-resident-card
                .item=${item}
                .departments=${this.#departments.value ?? new Map()}
              ></console-resident-card>`
            : nothing
        }
        <console-suggested-articles
          .client=${this.desk.client}
          .question=${lastQuestion(messages)?.text}
          .locale=${item?.locale ?? "ru"}
          ?answerable=${item !== undefined && (item.state === "queued" || this.#isMine(item))}
          @insert-article=${({ detail }: CustomEvent<Words>) => {
            this.cardOpen = false;
            this.view?.insert(detail);
          }}
          @send-article=${({ detail }: CustomEvent<Words>) => this.#say(detail)}
        ></console-suggested-articles>
      </aside>
    `;
  }
}

/** Out of the queue means ended, unless the assistant has the conversation. */
const closedUnlessAssistant = (item: QueueItem): QueueItem =>
  item.state === "assistant" ? item : { ...item, state: "closed" };
