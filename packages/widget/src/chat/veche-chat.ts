import { msg, str } from "@lit/localize";
import { html, nothing, type CSSResult, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Message } from "@veche/protocol";
import { breath, buttonStyles, chooseLowVision, lowVision, noticeStyles, ResidentElement } from "@veche/ui";
import { ChatController } from "./chat-controller.ts";
import { tell } from "./chat-events.ts";
import { ChatWindow } from "./chat-window.ts";
import { FollowScroll } from "./follow-scroll.ts";
import { panel } from "./panel.ts";
import { chatStyles } from "./styles.ts";
import { fetchTalk, ring } from "./talk.ts";
import { giveTo } from "./tools.ts";
import { stages, type Acts, type Drawer, type View } from "./view.ts";

/**
 * The city's chat: a round button and, above it, the panel.
 *
 * @fires {CustomEvent<object>} veche-open - the panel was opened
 * @fires {CustomEvent<object>} veche-close - the panel was closed
 * @fires {CustomEvent<{ message: Message }>} veche-message - a message came that this device had not seen
 * @csspart launcher - the round button
 * @csspart greeting - the page's own words beside it
 * @csspart badge - number of unread messages on it
 * @csspart panel - the dialog
 * @csspart header - its head
 * @csspart message - one message
 * @csspart composer - the form at the bottom
 * @csspart input - the field
 * @csspart send - the button beside it
 */
@customElement("veche-chat")
export class VecheChat extends ResidentElement {
  static override styles = ResidentElement.dressed(buttonStyles, noticeStyles, chatStyles);

  /** Whether the panel is open. */
  @property({ type: Boolean, reflect: true }) open = false;
  /** The panel's title; else the city's own. */
  @property() heading = "";
  /** `left` or `right`, the side of the page. */
  @property() position = "right";

  /** The page's own first words, else the city's; said once beside the button, then in the panel. */
  @property() greeting = "";

  @state() private drawer: Drawer = "";

  // No states of their own: a thousand messages may arrive at once, and the controller shows them together.
  #announcement = "";
  #newBelow = false;
  #titleMark = "";
  /** How much of the panel is there: it is put up piece by piece, so that a slow phone answers in between. */
  #stage = 0;
  #drawerBefore: Drawer = "";
  readonly #worn = new Set<readonly CSSResult[]>();
  protected readonly texts = () => import("../../texts/chat/en.ts");
  readonly #window = new ChatWindow();
  readonly #scroll = new FollowScroll(this, () => this.#part("dialog[open] #log"));
  readonly #chat = new ChatController(this, (message) => this.#arrived(message));

  #part<Part extends HTMLElement>(selector: string): Part | null {
    return this.renderRoot.querySelector<Part>(selector);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#seenAgain);
    this.#window.hide();
    this.#tellInTitle();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#seenAgain);
    this.requestUpdate("open");
  }

  /** The loader may have put the button and its styles there already. */
  protected override createRenderRoot() {
    const before = [...(this.shadowRoot?.adoptedStyleSheets ?? [])];
    const root = super.createRenderRoot();
    if (root instanceof ShadowRoot) root.adoptedStyleSheets.push(...before);
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has("server") && this.hasUpdated) this.#chat.close();
    // The code is here for one of three reasons: it is wanted open, is awaited, or the pointer came near.
    if (this.#stage >= stages.client && this.#isWanted()) this.#chat.open(this.#stage >= stages.line);
  }

  protected override updated(): void {
    if (this.#stage >= stages.window) this.#openOrClose();
    if (this.#stage < stages.line && this.#isWanted()) void this.#nextStage();
    if (this.drawer !== this.#drawerBefore) this.#drawn();
    const launcher = this.#part<HTMLButtonElement>("#launcher");
    if (launcher) this.#showOnLauncher(launcher, this.#chat.chat?.unread ?? 0);
    this.#look();
    this.#tellInTitle();
  }

  /** Asked whether to delete, and having said no, one has pressed a button that is no longer there. */
  #drawn(): void {
    const before = this.#drawerBefore;
    this.#drawerBefore = this.drawer;
    if (this.drawer === "erase" || (before === "erase" && this.drawer))
      this.#part("#about-talk button")?.focus();
  }

  #isWanted(): boolean {
    return this.open || this.#chat.isAwaited();
  }

  async #nextStage(): Promise<void> {
    this.#stage += 1;
    await breath();
    this.requestUpdate();
  }

  #openOrClose(): void {
    const dialog = this.#part<HTMLDialogElement>("dialog");
    if (!dialog || dialog.open === this.open) return;
    if (this.open) {
      this.#window.show(dialog);
      void this.#begin();
    } else {
      this.#window.hide();
      this.#part("#launcher")?.focus();
      if (!this.#chat.begun) this.#chat.close();
      tell(this, "veche-close", {});
    }
  }

  async #begin(): Promise<void> {
    await breath();
    if (!this.open) return;
    this.#scroll.toNewest();
    this.#part("#words")?.focus();
    tell(this, "veche-open", {});
  }

  #showOnLauncher(launcher: HTMLButtonElement, unread: number): void {
    launcher.ariaExpanded = this.open ? "true" : "false";
    launcher.ariaLabel =
      unread > 0 ? msg(str`Задать вопрос. Новых сообщений: ${unread}`) : msg("Задать вопрос");
    const badge = launcher.querySelector("span") ?? launcher.appendChild(document.createElement("span"));
    badge.part = "badge";
    badge.hidden = unread === 0;
    badge.textContent = String(unread);
  }

  #dress(styles: readonly CSSResult[]): void {
    if (this.#worn.has(styles) || !this.shadowRoot) return;
    this.#worn.add(styles);
    this.shadowRoot.adoptedStyleSheets.push(...styles.flatMap(({ styleSheet }) => styleSheet ?? []));
  }

  /** What is on screen has been seen. */
  readonly #look = () => {
    if (this.open && this.#scroll.atEnd && !document.hidden) this.#chat.seen();
  };

  /** Unread messages are told in the page's title as well while the panel is out of sight. */
  #tellInTitle(): void {
    const unread = this.open && !document.hidden ? 0 : (this.#chat.chat?.unread ?? 0);
    const before = this.#titleMark;
    this.#titleMark = unread > 0 ? `(${unread}) ` : "";
    if (before === this.#titleMark) return;
    const { title } = document;
    document.title = this.#titleMark + (title.startsWith(before) ? title.slice(before.length) : title);
  }

  #arrived(message: Message): void {
    tell(this, "veche-message", { message });
    if (message.author.kind === "resident") return;
    if (message.author.kind === "operator") ring(this.server);
    this.#announcement = message.text.replace(/[*_`#|[\]]/g, "");
    if (!this.#scroll.atEnd) this.#newBelow = true;
  }

  #sent(): void {
    this.drawer = "";
    this.#acts.toNewest();
  }

  readonly #acts: Acts = {
    show: () => this.requestUpdate(),
    dress: (styles) => this.#dress(styles),
    close: () => (this.open = false),
    draw: (drawer) => (this.drawer = this.drawer === drawer ? "" : drawer),
    chooseSight: chooseLowVision,
    write: (text) => {
      this.#chat.write(text);
      fetchTalk();
    },
    send: () => {
      if (this.#chat.send()) this.#sent();
      this.#part("#words")?.focus();
    },
    give: (files) => {
      this.drawer = "tools";
      void giveTo(this.#acts, [...files]);
    },
    enclose: (enclosed) => {
      if (this.#chat.enclose(enclosed)) this.#sent();
    },
    say: (text) => {
      fetchTalk();
      this.#chat.say(text);
      this.#acts.toNewest();
      this.#part("#words")?.focus();
    },
    takeBack: (clientId, text) => {
      this.#chat.takeBack(clientId, text);
      this.#part("#words")?.focus();
    },
    callOperator: () => this.#chat.callOperator(),
    leaveContact: (contact) => this.#chat.leaveContact(contact),
    end: () => this.#chat.end(),
    startAnew: () => {
      this.#chat.startAnew();
      this.#part("#words")?.focus();
    },
    erase: () => {
      this.drawer = "";
      void this.#chat.erase();
      this.#part("#words")?.focus();
    },
    token: () => this.#chat.chat?.conversation?.token,
    alertPage: () => this.#chat.alertPage(),
    rateMessage: ({ id }, helpful, reason) => void this.#chat.rateMessage(id, helpful, reason),
    chooseStars: (score) => this.#chat.chooseStars(score),
    sendStars: (comment) => void this.#chat.sendStars(comment),
    scrolled: () => {
      this.#scroll.scrolled();
      if (this.#scroll.atEnd && this.#newBelow) this.#acts.toNewest();
      this.#look();
    },
    toNewest: () => {
      this.#newBelow = false;
      this.#scroll.toNewest();
      this.requestUpdate();
    },
  };

  #view(): View | undefined {
    const { chat, config, draft, fault, helped, stars, enclosed, erased } = this.#chat;
    if (!chat) return undefined;
    return {
      server: this.server,
      chat,
      config,
      draft,
      fault,
      helped,
      stars,
      locale: this.language,
      now: new Date(),
      heading: this.heading || config?.heading || msg("Вопрос городу"),
      sight: lowVision(),
      stage: this.#stage,
      drawer: this.drawer,
      enclosed,
      erased,
      greeting: this.greeting || config?.greeting,
      newBelow: this.#newBelow,
      announcement: this.#announcement,
      act: this.#acts,
    };
  }

  readonly #seenAgain = () => {
    this.#look();
    this.#tellInTitle();
  };

  readonly #keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.stopPropagation();
    this.open = false;
  };

  readonly #cancelled = (event: Event) => {
    event.preventDefault();
    this.open = false;
  };

  protected override render() {
    const view = this.#view();
    return html`<dialog
      part="panel"
      aria-labelledby="heading"
      @keydown=${this.#keys}
      @cancel=${this.#cancelled}
    >
      ${view && this.#stage >= stages.head ? panel(view) : nothing}
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "veche-chat": VecheChat;
  }
}
