import type { ReactiveController, ReactiveControllerHost } from "lit";
import { actFor, isTyping, type Shortcut } from "./shortcuts.ts";

/** Listens to a room's keys while the room is on screen and no dialog is in front of it. */
export class KeysController<Act extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #shortcuts: readonly Shortcut<Act>[];
  readonly #run: (act: Act, event: KeyboardEvent) => void;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    shortcuts: readonly Shortcut<Act>[],
    run: (act: Act, event: KeyboardEvent) => void,
  ) {
    this.#host = host;
    this.#shortcuts = shortcuts;
    this.#run = run;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener("keydown", this.#onKeyDown);
  }

  hostDisconnected(): void {
    window.removeEventListener("keydown", this.#onKeyDown);
  }

  #onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || this.#host.closest("[inert]") || cameFromDialog(event)) return;
    const { code, key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const pressed = { code, key, altKey, ctrlKey, metaKey, shiftKey, typing: isTyping(event) };
    const act = actFor(this.#shortcuts, pressed);
    if (act === undefined) return;
    event.preventDefault();
    this.#run(act, event);
  };
}

const DIALOGS: ReadonlySet<string> = new Set([
  "dialog",
  "vaadin-dialog",
  "vaadin-confirm-dialog",
  "vaadin-combo-box",
  "vaadin-select",
  "console-entry-preview",
]);

const cameFromDialog = (event: KeyboardEvent) =>
  event.composedPath().some((target) => target instanceof HTMLElement && DIALOGS.has(target.localName));
