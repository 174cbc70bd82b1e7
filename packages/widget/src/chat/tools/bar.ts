import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import { icon } from "../icons.ts";
import type { View } from "../view.ts";
import { emojiGrid } from "./emoji.ts";
import { microphone } from "./microphone.ts";
import { give, tray } from "./tray.ts";

const pictureIcon = icon(
  "M4 5h4l1.5-2h5L16 5h4a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zm8 3a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zm0 2a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z",
);

/** Above the field: the pictures that go with the next message, and what else can be put into it. */
export function bar(view: View) {
  const { drawer, act } = view;
  const unfolded = drawer === "tools" || drawer === "emoji";
  return html`${tray(view)}
  ${
    unfolded
      ? html`<div class="kit" role="group" aria-label=${msg("Добавить к сообщению")}>
          <button type="button" class="button quiet" @click=${pick(view)}>
            ${pictureIcon} ${msg("Снимок")}
          </button>
          <button
            type="button"
            class="button quiet"
            aria-expanded=${drawer === "emoji" ? "true" : "false"}
            @click=${() => act.draw(drawer === "emoji" ? "tools" : "emoji")}
          >
            <span class="glyph" aria-hidden="true">🙂</span> ${msg("Смайлик")}
          </button>
          ${microphone(view)}
        </div>`
      : nothing
  }
  ${drawer === "emoji" ? emojiGrid(view) : nothing}`;
}

/** The device's own choice of pictures, on a phone with its camera. */
const pick =
  ({ act }: View) =>
  () => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = "image/*";
    input.multiple = true;
    input.onchange = () => give(act, input.files ?? []);
    input.click();
  };
