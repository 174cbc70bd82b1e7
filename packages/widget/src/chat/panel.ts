import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import { composer, take } from "./composer.ts";
import { face } from "./faces.ts";
import { header } from "./header.ts";
import { transcript } from "./transcript.ts";
import { stages, type View } from "./view.ts";

/** The panel, top down. */
export function panel(view: View) {
  return html`<div
    class="veche"
    @dragover=${(event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault()}
    @drop=${(event: DragEvent) => take(event, event.dataTransfer, view)}
  >
    <div class="scaled panel">
      ${header(view)}
      <div class="said">
        ${view.stage >= stages.talk ? transcript(view) : nothing}
        ${
          view.newBelow
            ? html`<button class="button primary newest" @click=${view.act.toNewest}>
                ${msg("Новые сообщения")} ↓
              </button>`
            : nothing
        }
      </div>
      ${face(view)} ${view.stage >= stages.field ? composer(view) : nothing}
      <div class="for-readers" aria-live="polite">${view.announcement}</div>
    </div>
  </div>`;
}
