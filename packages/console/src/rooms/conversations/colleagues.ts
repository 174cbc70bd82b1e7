import { msg, str } from "@lit/localize";
import type { Mention, OperatorView, Presence } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Desk } from "../../shell/desk.ts";

/** Who else is on shift, and what they tell this operator: mentions, take-overs. */
export class Colleagues implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #desk: () => Desk;
  readonly #open: (conversationId: string) => void;
  #stops: readonly (() => void)[] = [];

  operators: readonly OperatorView[] = [];

  /** @param open shows a conversation */
  constructor(host: ReactiveControllerHost, desk: () => Desk, open: (conversationId: string) => void) {
    this.#host = host;
    this.#desk = desk;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    const { live, notices } = this.#desk();
    this.#stops = [
      live.on("presence", ({ operators }) => {
        this.operators = operators;
        this.#host.requestUpdate();
      }),
      live.on("mention", (mention) => this.#onMention(mention)),
      live.on("taken", ({ by }) => notices.problem(msg(str`${by} ведёт теперь ваш диалог.`))),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  get supervises(): boolean {
    const { me } = this.#desk();
    return me.role === "admin" || this.operators.some(({ id, supervises }) => id === me.id && supervises);
  }

  #onMention({ note }: Mention): void {
    const { live, notices } = this.#desk();
    const seen = () => void live.ask("seeMention", { noteId: note.id }).catch(onlyRefusals(notices));
    notices.done(`${note.author.name}: ${note.text}`, {
      label: msg("Открыть"),
      run: () => {
        this.#open(note.conversationId);
        seen();
      },
    });
  }

  async become(presence: Presence): Promise<void> {
    const { live, notices } = this.#desk();
    await live.ask("setPresence", { presence }).catch(onlyRefusals(notices));
  }

  async endShift(): Promise<void> {
    const { live, notices } = this.#desk();
    try {
      const { returned } = await live.ask("endShift", {});
      notices.done(msg(str`Смена закончена. В очередь вернулось диалогов: ${returned}.`));
    } catch (error) {
      notices.refusal(error);
    }
  }
}

const onlyRefusals = (notices: Desk["notices"]) => (error: unknown) => notices.refusal(error);
