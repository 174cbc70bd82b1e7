import { msg } from "@lit/localize";
import { Task } from "@lit/task";
import "@vaadin/button";
import type { Presence, QueueItem, ResidentCard as Card, WatchedMessage } from "@veche/protocol";
import { html, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { isRefusal } from "../../client/server-refusal.ts";
import { Outbox } from "../../client/outbox.ts";
import { icon } from "../../parts/icons.ts";
import { KeysController } from "../../parts/keys-controller.ts";
import { QueryController } from "../../parts/query-controller.ts";
import { RoomElement } from "../../parts/room-element.ts";
import { pageStyles } from "../../parts/styles.ts";
import { Alerts } from "./alerts.ts";
import { Colleagues } from "./colleagues.ts";
import type { Words } from "./composer.ts";
import { type Act, perform } from "./conversation-acts.ts";
import "./conversation-view.ts";
import type { ConversationView } from "./conversation-view.ts";
import "./desk-bar.ts";
import { drafts } from "./drafts.ts";
import "./found.ts";
import { type Found, NO_FILTER } from "./found.ts";
import type { ActAsked } from "./inbox-dialogs.ts";
import { inboxStyles } from "./inbox-styles.ts";
import {
  afterMove,
  afterPush,
  closedUnlessAssistant,
  isOwn,
  neighbour,
  type Queue,
  sectionsOf,
  type Seen,
} from "./queue.ts";
import { LateDialogs } from "./late-dialogs.ts";
import type { NoteWords } from "./note-field.ts";
import "./queue-list.ts";
import type { QueueList } from "./queue-list.ts";
import "./resident-card.ts";
import type { ResidentCard } from "./resident-card.ts";
import { restoreSeen, withSeen } from "./seen.ts";
import { type InboxAct, inboxShortcuts } from "./shortcuts.ts";
import "./suggested-articles.ts";
import type { SuggestedArticles } from "./suggested-articles.ts";
import { renderTools } from "./inbox-tools.ts";
import { lastQuestion } from "./transcript.ts";
import { WatchedConversation } from "./watched-conversation.ts";
import type { Departments } from "./words.ts";

const CLOSED_FIND = { ...NO_FILTER, find: undefined };

/** The operators' room: the queue, the conversation, and what helps to answer it. */
@customElement("console-inbox")
export class Inbox extends RoomElement {
  static override styles = [pageStyles, inboxStyles];

  @state() private queue: Queue = new Map();
  @state() private known = false;
  @state() private seen: Seen = restoreSeen();
  @state() private cardOpen = false;
  @state() private card: Card | undefined;

  @query("console-queue-list") private list!: QueueList | null;
  @query("console-found") private found!: Found | null;
  @query("console-conversation-view") private view!: ConversationView | null;
  @query("console-resident-card") private resident!: ResidentCard | null;
  @query("console-suggested-articles") private articles!: SuggestedArticles | null;

  readonly #address = new QueryController(this);
  readonly #watched = new WatchedConversation(this, () => this.desk.live);
  readonly #departments = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Departments> => {
      const { items } = await this.desk.client.city.hotlines({}, signal);
      return new Map(items.map(({ slug, name }) => [slug, name]));
    },
  });
  readonly #colleagues = new Colleagues(
    this,
    () => this.desk,
    (id) => this.#choose(id),
  );
  readonly #alerts = new Alerts();
  readonly #dialogs = new LateDialogs(this);
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
    // The whole queue is pushed on connecting; a room opened later asks by connecting anew.
    if (!this.known && live.connection === "online") {
      live.close();
      live.open();
    }
  }

  override disconnectedCallback(): void {
    for (const stop of this.#stops) stop();
    clearInterval(this.#retries);
    this.#alerts.leave();
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    this.#watched.open(this.#address.get("open"));
    const item = this.#open();
    if (item && document.visibilityState === "visible" && this.seen[item.id] !== item.updatedAt) {
      this.seen = withSeen(this.seen, item.id, item.updatedAt);
    }
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has("queue") || changed.has("seen"))
      this.#alerts.look(this.queue, this.seen, this.desk.me.id);
    if (changed.has("known") && this.known) requestAnimationFrame(() => setTimeout(this.#dialogs.load));
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
        const id = neighbour(this.#ids(), this.#watched.id, act === "next" ? 1 : -1);
        if (id) this.#choose(id);
        return;
      }
      case "write":
        return this.view?.write();
      case "leave":
        return (this.found ?? this.list)?.focus();
      case "takeNext":
        return void this.#takeNext();
      case "claim":
        return void (item?.state === "queued" && this.#claim(item));
      case "release":
        return void (this.#isMine(item) && this.#move(item, { kind: "release" }));
      case "transfer":
        return void (item && item.state !== "closed" && this.#dialogs.ask((it) => it.askDepartment()));
      case "close":
        return void (item && item.state !== "closed" && this.#dialogs.ask((it) => it.askReason()));
      case "hold":
        return void (this.#isMine(item) && this.#dialogs.ask((it) => it.menu("hold")));
      case "acts":
        return void this.#dialogs.ask((it) => it.menu());
      case "note":
        return this.view?.toggleNote();
      case "canned":
        return void (item && this.#dialogs.ask((it) => it.canned()));
      case "find":
        return this.#address.set(this.#finding() ? CLOSED_FIND : { find: "1" }, "step");
      case "groups":
        return void this.#dialogs.ask((it) => it.groups());
      case "help":
        return void this.#dialogs.ask((it) => it.help());
      default:
        return this.articles?.take(Number(act.at(-1)) - 1, act.startsWith("insert") ? "insert" : "send");
    }
  }

  /** What stands in the list, in its order. */
  #ids(): readonly string[] {
    if (this.found) return this.found.ids;
    return sectionsOf(this.queue, this.desk.me.id).flatMap(([, items]) => items.map(({ id }) => id));
  }

  #isMine(item: QueueItem | undefined): item is QueueItem {
    return item !== undefined && isOwn(item, this.desk.me.id);
  }

  async #claim(item: QueueItem): Promise<boolean> {
    const moved = await this.#move(item, { kind: "claim" });
    if (moved) this.view?.write();
    return moved;
  }

  async #takeNext(): Promise<void> {
    const { live, notices } = this.desk;
    try {
      const { conversation } = await live.ask("next", {});
      if (!conversation) return notices.done(msg("Для вас никто не ждёт."));
      this.queue = afterMove(this.queue, conversation);
      this.#choose(conversation.id);
      this.view?.write();
    } catch (error) {
      notices.refusal(error);
    }
  }

  /** @returns whether the server agreed */
  async #move({ id }: QueueItem, act: Act): Promise<boolean> {
    try {
      const conversation = await perform(this.desk, id, act);
      this.#watched.item = conversation;
      const listed = conversation.state === "queued" || conversation.state === "operator";
      this.queue = listed
        ? afterMove(this.queue, conversation)
        : afterPush(this.queue, { whole: false, conversations: [], removed: [id] });
      this.requestUpdate();
      return true;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.desk.notices.problem(error.message);
      return false;
    }
  }

  /** One act of the menu on the conversation that is open, and what is said of it. */
  async #do(act: Act, done?: string): Promise<void> {
    const item = this.#open();
    if (item && (await this.#move(item, act)) && done) this.desk.notices.done(done);
  }

  async #say(words: Words): Promise<void> {
    const item = this.#open();
    if (!item || words.text.trim() === "") return;
    if (item.state === "queued" && !(await this.#claim(item))) return this.view?.insert(words);
    await this.#outbox.add(item.id, words.text, words.article);
  }

  async #note(conversationId: string, { text, mentions }: NoteWords): Promise<void> {
    const { live, newId, notices } = this.desk;
    try {
      const input = { conversationId, clientId: newId(), text, mentions: [...mentions] };
      this.#watched.addNote((await live.ask("addNote", input)).note);
    } catch (error) {
      drafts.keep(`note.${conversationId}`, text);
      notices.refusal(error);
    }
  }

  #finding(): boolean {
    return this.#address.get("find") === "1";
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
            ${renderTools({
              finding: this.#finding(),
              alerts: this.#alerts.wanted,
              find: () => this.#act("find"),
              groups: () => this.#act("groups"),
              help: () => this.#act("help"),
              alert: () => void this.#alerts.want(!this.#alerts.wanted).then(() => this.requestUpdate()),
            })}
          </header>
          ${
            this.#finding()
              ? html`<console-found
                  .departments=${departments}
                  .chosen=${this.#watched.id}
                  @open-conversation=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
                ></console-found>`
              : this.#renderQueue(departments)
          }
        </section>
        ${
          this.#watched.id
            ? this.#renderConversation(this.#watched.id, item)
            : html`<div class="nothing">${msg("Выберите диалог слева или нажмите")} <kbd>J</kbd></div>`
        }
      </div>
      <console-inbox-dialogs
        .item=${item}
        .card=${this.card}
        .near=${this.articles?.articles ?? []}
        .departments=${departments}
        ?supervises=${this.#colleagues.supervises}
        @act-asked=${({ detail }: CustomEvent<ActAsked>) => this.#do(detail.act, detail.done)}
        @restricted=${() => this.resident?.read()}
        @erased=${() => this.#choose(undefined)}
        @canned-chosen=${({ detail }: CustomEvent<string>) => this.view?.insert({ text: detail })}
      ></console-inbox-dialogs>
    `;
  }

  #renderQueue(departments: Departments) {
    return html`<console-desk-bar
        .me=${this.desk.me.id}
        .operators=${this.#colleagues.operators}
        @presence=${({ detail }: CustomEvent<Presence>) => this.#colleagues.become(detail)}
        @end-shift=${() => this.#colleagues.endShift()}
        @take-next=${() => this.#takeNext()}
      ></console-desk-bar>
      <console-queue-list
        .queue=${this.queue}
        .seen=${this.seen}
        .departments=${departments}
        .me=${this.desk.me.id}
        .chosen=${this.#watched.id}
        ?known=${this.known}
        @open-conversation=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
      ></console-queue-list>`;
  }

  #renderConversation(id: string, item: QueueItem | undefined) {
    const { messages, notes, looking, state, residentTyping, colleagueTyping } = this.#watched;
    return html`
      <console-conversation-view
        .conversationId=${id}
        .item=${item}
        .me=${this.desk.me.id}
        .messages=${messages}
        .unsent=${this.#outbox.of(id)}
        .watch=${state}
        ?resident-typing=${residentTyping}
        .colleagueTyping=${colleagueTyping}
        .notes=${notes}
        .looking=${looking}
        .colleagues=${this.#colleagues.operators}
        @note=${({ detail }: CustomEvent<NoteWords>) => this.#note(id, detail)}
        @propose=${({ detail }: CustomEvent<WatchedMessage>) => this.#dialogs.ask((it) => it.propose(detail))}
        @ask-acts=${() => this.#act("acts")}
        @ask-canned=${() => this.#act("canned")}
        @say=${({ detail }: CustomEvent<Words>) => this.#say(detail)}
        @typing=${() => this.desk.live.hint("operatorTyping", { conversationId: id })}
        @retry=${({ detail }: CustomEvent<string>) => this.#outbox.retry(detail)}
        @take-back=${({ detail }: CustomEvent<string>) => this.#outbox.drop(detail)}
        @claim=${() => this.#act("claim")}
        @release=${() => this.#act("release")}
        @take=${() => this.#do({ kind: "take", quiet: false })}
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
                .said=${messages.length}
                .departments=${this.#departments.value ?? new Map()}
                @card-known=${({ detail }: CustomEvent<Card>) => (this.card = detail)}
                @open-conversation=${({ detail }: CustomEvent<string>) => this.#choose(detail)}
              ></console-resident-card>`
            : nothing
        }
        <console-suggested-articles
          .client=${this.desk.client}
          .question=${lastQuestion(messages, item?.preview)?.text}
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
