import { msg } from "@lit/localize";
import { html } from "lit";
import { icon } from "./icons.ts";
import type { View } from "./view.ts";

const moreIcon = icon("M10 4h4v4h-4zM10 10h4v4h-4zM10 16h4v4h-4z");

/** Unfolds what can be done with the talk as a whole. */
export function aboutButton({ act, drawer }: View) {
  const unfolded = drawer === "talk" || drawer === "erase";
  return html`<button
    class="button quiet icon"
    aria-label=${msg("О диалоге: звук, копия, удаление")}
    aria-expanded=${unfolded ? "true" : "false"}
    aria-controls="about-talk"
    @click=${() => act.draw(unfolded ? drawer : "talk")}
  >
    ${moreIcon}
  </button>`;
}
