import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Attachment, Message } from "@veche/protocol";
import { breath, type Locale } from "@veche/ui";
import { ChatClient, type ChatState, type Outcome } from "../client/chat-client.ts";
import { createMemory } from "../client/memory.ts";
import { browserShelf } from "../client/shelf.ts";
import { browserParts } from "./browser-parts.ts";
import { cityConfig, type CityConfig } from "./city-config.ts";
import { charactersIn, MESSAGE_MAX_CHARACTERS } from "./message-length.ts";
import { keepDraft, keptDraft } from "./draft.ts";
import type { Enclosed, Fault, Helped } from "./view.ts";

const SHOW_WITHIN_MS = 20;
const CONFIG_AGAIN_MS = 5000;
const NOTHING_ENCLOSED: Enclosed = { ready: [], coming: 0 };

interface Host extends ReactiveControllerHost, Pick<HTMLElement, "style"> {
  readonly server: string;
  readonly language: Locale;
}

/** Remembers what one chat is about: the client, what was typed, rated and refused. */
export class ChatController implements ReactiveController {
  readonly #host: Host;
  readonly #arrived: (message: Message) => void;
  #sendsWhenReady = false;
  readonly #helped = new Map<string, Helped>();
  #client: ChatClient | undefined;
  #configOf = "";
  #showing: ReturnType<typeof setTimeout> | undefined;
  config: CityConfig | undefined;
  draft = "";
  fault: Fault;
  enclosed = NOTHING_ENCLOSED;
  erased = false;
  stars = { score: 0, sent: false };

  constructor(host: Host, arrived: (message: Message) => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("pagehide", this.#pageHides);
    addEventListener("pageshow", this.#pageShows);
  }

  hostDisconnected(): void {
    removeEventListener("pagehide", this.#pageHides);
    removeEventListener("pageshow", this.#pageShows);
    this.close();
  }

  get chat(): ChatState | undefined {
    return this.#client?.state;
  }

  get helped(): ReadonlyMap<string, Helped> {
    return this.#helped;
  }

  /**
   * Knows what this device kept.
   *
   * @param connects whether to connect as well, and to ask what the city calls itself
   */
  open(connects: boolean): void {
    const { server, language } = this.#host;
    if (!this.#client) {
      this.draft = keptDraft(server);
      this.#client = new ChatClient({
        ...browserParts(server),
        locale: () => this.#host.language,
        changed: () => this.#showSoon(),
        arrived: this.#arrived,
      });
    }
    if (!connects) return;
    this.#client.open();
    if (this.#configOf !== language) void this.#askConfig(server, language);
  }

  async #askConfig(server: string, language: Locale): Promise<void> {
    this.#configOf = language;
    await breath();
    const config = await cityConfig(server, language);
    if (config) this.config = config;
    // Where the page sets a colour of its own, that one counts.
    if (config?.accent) this.#host.style.setProperty("--_city-accent", config.accent);
    else setTimeout(() => (this.#configOf = ""), CONFIG_AGAIN_MS);
    this.#host.requestUpdate();
  }

  close(): void {
    this.#client?.close();
    this.#client = undefined;
  }

  /** Whether a conversation of an earlier page waits for an answer or to be sent. */
  isAwaited(): boolean {
    return createMemory(browserShelf(this.#host.server)).live;
  }

  /** Whether something was said, so that an answer may still come. */
  get begun(): boolean {
    const { chat } = this;
    return !!chat && (chat.asking || chat.messages.length + chat.unsent.length > 0);
  }

  write(text: string): void {
    this.draft = text;
    this.fault = undefined;
    keepDraft(this.#host.server, text);
    if (text) this.#client?.typing();
    this.#host.requestUpdate();
  }

  /** @returns whether there was something to send, and not too much; what waits for its pictures goes with them */
  send(): boolean {
    const text = this.draft.trim();
    const { ready, coming } = this.enclosed;
    this.#sendsWhenReady = coming > 0;
    if (coming > 0 || !(text || ready.length) || charactersIn(text) > MESSAGE_MAX_CHARACTERS) return false;
    this.enclosed = NOTHING_ENCLOSED;
    this.say(text, ready);
    this.write("");
    return true;
  }

  /** @returns whether the message that waited for them has gone */
  enclose(enclosed: Enclosed): boolean {
    this.enclosed = enclosed;
    this.#host.requestUpdate();
    return this.#sendsWhenReady && this.send();
  }

  say(text: string, pictures: readonly Attachment[] = []): void {
    this.fault = undefined;
    this.erased = false;
    this.#client?.say(text, pictures);
  }

  /** Puts refused words back into the field, before what stands there. */
  takeBack(clientId: string, text: string): void {
    this.#client?.takeBack(clientId);
    this.write(this.draft ? `${text}\n${this.draft}` : text);
  }

  callOperator(): void {
    void this.#tried(this.#client?.ask("operator:request", {}));
  }

  leaveContact(contact: string): void {
    void this.#tried(this.#client?.ask("callback:request", { contact }));
  }

  end(): void {
    void this.#tried(this.#client?.ask("conversation:end", {}));
  }

  async alertPage(): Promise<string | undefined> {
    // A window of the browser waits for it, empty: rather told at once than kept until there is a line.
    const outcome: Outcome | undefined =
      this.chat?.connection === "online"
        ? await this.#client?.ask("alert:ticket", {})
        : { ok: false, error: "unreachable" };
    await this.#tried(Promise.resolve(outcome));
    return outcome?.ok ? outcome.url : undefined;
  }

  startAnew(): void {
    this.stars = { score: 0, sent: false };
    this.fault = undefined;
    this.#client?.startAnew();
  }

  async erase(): Promise<void> {
    this.erased = await this.#tried(this.#client?.erase());
    if (this.erased) this.stars = { score: 0, sent: false };
    this.#host.requestUpdate();
  }

  async rateMessage(messageId: string, helpful: boolean, reason?: string): Promise<void> {
    const rating = reason ? { messageId, helpful, reason } : { messageId, helpful };
    if (await this.#tried(this.#client?.ask("message:rate", rating))) {
      this.#helped.set(messageId, helpful ? "yes" : reason ? "told" : "no");
      this.#host.requestUpdate();
    }
  }

  chooseStars(score: number): void {
    this.stars = { score, sent: false };
    this.#host.requestUpdate();
  }

  async sendStars(comment: string): Promise<void> {
    const { score } = this.stars;
    const rating = comment ? { score, comment } : { score };
    if (await this.#tried(this.#client?.ask("conversation:rate", rating))) {
      this.stars = { score, sent: true };
      this.#host.requestUpdate();
    }
  }

  seen(): void {
    this.#client?.seen();
  }

  async #tried(asking: Promise<Outcome | undefined> | undefined): Promise<boolean> {
    const outcome = await asking;
    if (!outcome) return false;
    this.fault = outcome.ok ? undefined : outcome.error;
    this.#host.requestUpdate();
    return outcome.ok;
  }

  /** A long conversation comes as many messages at once: they are shown together. */
  #showSoon(): void {
    if (this.#showing !== undefined) return;
    this.#showing = setTimeout(() => {
      this.#showing = undefined;
      this.#host.requestUpdate();
    }, SHOW_WITHIN_MS);
  }

  // An open line would keep the page out of the browser's back-forward cache.
  readonly #pageHides = () => this.#client?.close();
  readonly #pageShows = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#client?.open();
  };
}
