import { ContextProvider } from "@lit/context";
import { msg } from "@lit/localize";
import type { SignedIn } from "@veche/protocol";
import { css, html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { isRefusal } from "../client/server-refusal.ts";
import { ConsoleElement } from "../parts/console-element.ts";
import { keepCityZone } from "../parts/city-clock.ts";
import { pageStyles } from "../parts/styles.ts";
import { roomAt } from "../rooms.ts";
import { client, createStaffLive, onSignedOut } from "./connection.ts";
import { deskContext, type Desk } from "./desk.ts";
import { preferredLanguage, speak } from "./language.ts";
import { Notices } from "./notices.ts";
import { applyTheme, chosenTheme } from "./theme.ts";
import { invitationIn } from "./invitation.ts";
import "./notice-list.ts";
import "./sign-in.ts";
import "./workplace.ts";

/**
 * The whole console: asks who is there, shows the sign-in or the workplace. When a session is lost the
 * workplace stays underneath, so that the same person goes on where they were.
 */
@customElement("veche-console")
export class VecheConsole extends ConsoleElement {
  static override styles = [
    pageStyles,
    css`
      :host {
        height: 100%;
      }
      .covering {
        position: fixed;
        inset: 0;
        z-index: 50;
        overflow: auto;
        background: var(--console-page);
      }
    `,
  ];

  readonly #notices = new Notices();
  readonly #provided = new ContextProvider(this, { context: deskContext });

  /** The token of an invitation by whose link somebody came. */
  @state() private invitation = invitationIn(location.hash);
  @state() private phase: "asking" | "signedOut" | "lost" | "settingUp" | "signedIn" | "unreachable" =
    "asking";
  @state() private desk: Desk | undefined;
  @state() private joined = "";

  override connectedCallback(): void {
    super.connectedCallback();
    applyTheme(chosenTheme());
    onSignedOut(() => this.#lose());
    // The room's code comes meanwhile; the router asks for it again, and it is there.
    roomAt(location.pathname)
      ?.load()
      .catch(() => undefined);
    void this.#askWhoIsThere(speak(preferredLanguage()));
  }

  async #askWhoIsThere(speaking?: Promise<void>): Promise<void> {
    this.phase = "asking";
    try {
      const [{ timeZone }, signedIn] = await Promise.all([
        client.city.config({}),
        client.staff.session({}),
        speaking,
      ]);
      keepCityZone(timeZone);
      this.#welcome(signedIn);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.phase = error.code === "unauthenticated" ? "signedOut" : "unreachable";
    }
  }

  #welcome({ staff: me, secondFactorNeeded }: SignedIn): void {
    if (this.desk?.me.id !== me.id) {
      if (this.desk) sessionStorage.clear();
      this.desk?.live.close();
      const live = createStaffLive();
      this.desk = { me, client, live, notices: this.#notices, newId: () => crypto.randomUUID() };
      this.#provided.setValue(this.desk);
    }
    if (secondFactorNeeded) {
      void import("../rooms/account/needed-second-factor.ts");
      this.phase = "settingUp";
      return;
    }
    if (me.role === "operator" || me.role === "admin") this.desk.live.open();
    this.phase = "signedIn";
  }

  /** Whoever was signed in here before was somebody else, or has a new password now. */
  #afterInvitation(email: string): void {
    history.replaceState(null, "", import.meta.env.BASE_URL);
    this.invitation = "";
    if (!email) return;
    this.joined = email;
    this.desk?.live.close();
    this.desk = undefined;
    this.phase = "signedOut";
  }

  #lose(): void {
    this.desk?.live.close();
    this.phase = this.desk ? "lost" : "signedOut";
  }

  async #signOut(): Promise<void> {
    await client.staff.signOut({}).catch((error: unknown) => {
      if (!isRefusal(error, "unauthenticated")) this.#notices.refusal(error);
    });
    this.desk?.live.close();
    sessionStorage.clear();
    this.desk = undefined;
    this.phase = "signedOut";
  }

  protected override render() {
    const covered = this.phase === "lost";
    return html`
      ${
        this.desk && this.phase !== "settingUp"
          ? keyed(
              this.desk.me.id,
              html`<console-workplace
                ?inert=${covered}
                @sign-out=${() => this.#signOut()}
              ></console-workplace>`,
            )
          : nothing
      }
      ${this.#renderEntrance(covered)}
      <console-notice-list .notices=${this.#notices}></console-notice-list>
    `;
  }

  #renderEntrance(covered: boolean) {
    if (this.invitation) {
      return html`<main class="covering">
        <console-invitation
          .client=${client}
          .token=${this.invitation}
          @invitation-done=${({ detail }: CustomEvent<string>) => this.#afterInvitation(detail)}
        ></console-invitation>
      </main>`;
    }
    switch (this.phase) {
      case "settingUp":
        return html`<main class="covering">
          <console-needed-second-factor
            .desk=${this.desk}
            @set-up=${() => this.#askWhoIsThere()}
            @sign-out=${() => this.#signOut()}
          ></console-needed-second-factor>
        </main>`;
      case "asking":
      case "signedIn":
        return nothing;
      case "unreachable":
        return html`<div class="covering empty" role="alert">
          <h1>${msg("Сервер не отвечает")}</h1>
          <p>${msg("Проверьте соединение и попробуйте ещё раз.")}</p>
          <p><button @click=${() => this.#askWhoIsThere()}>${msg("Попробовать снова")}</button></p>
        </div>`;
      default:
        return html`<main class="covering">
          <console-sign-in
            ?turned-back=${new URLSearchParams(location.search).has("refused")}
            .client=${client}
            ?lost=${covered}
            .email=${this.joined || (this.desk?.me.email ?? "")}
            @signed-in=${({ detail }: CustomEvent<SignedIn>) => this.#welcome(detail)}
          ></console-sign-in>
        </main>`;
    }
  }
}
