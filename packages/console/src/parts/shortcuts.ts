/** One line of a room's table of keys. */
export interface Shortcut<Act extends string = string> {
  /**
   * Any of these does it: `KeyJ`, `ArrowDown`, `Alt+Shift+Digit1` name places on the keyboard, so that they
   * work in every layout; `?` names the character.
   */
  readonly keys: readonly string[];
  readonly act: Act;
  readonly says: () => string;
  /** Works inside an input field too. */
  readonly whileTyping?: boolean;
}

/** What of a keyboard event matters. */
export interface Pressed {
  readonly code: string;
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly typing: boolean;
}

/** The act that the pressed key means, if any. */
export function actFor<Act extends string>(
  shortcuts: readonly Shortcut<Act>[],
  pressed: Pressed,
): Act | undefined {
  const modifiers = [
    pressed.ctrlKey || pressed.metaKey ? "Ctrl+" : "",
    pressed.altKey ? "Alt+" : "",
    pressed.shiftKey ? "Shift+" : "",
  ].join("");
  const place = modifiers + pressed.code;
  const character = pressed.ctrlKey || pressed.metaKey || pressed.altKey ? undefined : pressed.key;
  return shortcuts.find(
    ({ keys, whileTyping }) =>
      (whileTyping || !pressed.typing) && keys.some((key) => key === place || key === character),
  )?.act;
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Minus: "−",
  Equal: "+",
  Slash: "/",
};

/** How a key is printed on the keyboard: `Alt+Digit1` → `Alt`, `1`. */
export const capsOf = (key: string): readonly string[] =>
  key === "?" ? ["?"] : key.split("+").map((part) => CAPS[part] ?? part.replace(/^(Key|Digit|Numpad)/, ""));

/** True while the person types into a field, or a dialog is in front of the room. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type))
  );
}
