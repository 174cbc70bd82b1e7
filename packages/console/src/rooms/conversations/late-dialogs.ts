import { msg } from "@lit/localize";
import type { RoomElement } from "../../parts/room-element.ts";
import type { InboxDialogs } from "./inbox-dialogs.ts";

/** The inbox's dialogs, whose code comes once the lines stand, or when the first is asked for. */
export class LateDialogs {
  readonly #room: RoomElement;

  constructor(room: RoomElement) {
    this.#room = room;
  }

  /** @returns whether they are there */
  readonly load = (): Promise<boolean> =>
    import("./inbox-dialogs.ts").then(
      () => true,
      () => false,
    );

  async ask(ask: (dialogs: InboxDialogs) => void): Promise<void> {
    const dialogs = this.#room.renderRoot.querySelector<InboxDialogs>("console-inbox-dialogs");
    if (!dialogs || !(await this.load()))
      return this.#room.desk.notices.problem(msg("Сервер не отвечает. Проверьте соединение и повторите."));
    await dialogs.updateComplete;
    ask(dialogs);
  }
}
