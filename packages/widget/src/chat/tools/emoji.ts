import { msg } from "@lit/localize";
import { html } from "lit";
import type { View } from "../view.ts";

// Their names are read out by every screen reader in its own language.
const EMOJI =
  "🙂 😀 😂 😉 😍 🥰 🤔 😐 😕 😟 😢 😡 🙏 👍 👎 👌 👋 👏 💪 ❤️ 🎉 🌷 ☀️ ❄️ ☔ 🔥 💧 💡 🚰 🚿 🚌 🚗 🚧 🏠 🏫 🏥 🌳 🗑️ 🐕 📷 📞 📄 ✅ ❗ ❓";

/** Puts one where the cursor was. */
export function emojiGrid({ act, draft }: View) {
  const put = (emoji: string) => (event: Event) => {
    const root = (event.target as Element).getRootNode() as ShadowRoot;
    const field = root.querySelector<HTMLTextAreaElement>("#words");
    const at = field?.selectionStart ?? draft.length;
    act.write(draft.slice(0, at) + emoji + draft.slice(field?.selectionEnd ?? at));
    // The field is given the words at the next showing; the cursor goes after the emoji then.
    setTimeout(() => field?.setSelectionRange(at + emoji.length, at + emoji.length));
  };
  return html`<div class="emoji" role="group" aria-label=${msg("Смайлики")}>
    ${EMOJI.split(" ").map(
      (emoji) => html`<button type="button" class="button quiet icon" @click=${put(emoji)}>${emoji}</button>`,
    )}
  </div>`;
}
