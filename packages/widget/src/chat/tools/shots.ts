import { msg } from "@lit/localize";
import { html, render } from "lit";
import type { Attachment } from "@veche/protocol";
import { closeIcon } from "../icons.ts";
import type { View } from "../view.ts";
import { draw, fetchPicture } from "./picture.ts";

const AGAIN_MS = 4000;
/** One canvas for each picture in each panel, drawn once. */
const drawn = new WeakMap<object, Map<string, HTMLCanvasElement>>();

/** The pictures of a message, small; each opens large. */
export function shots(list: readonly Attachment[], view: View) {
  return html`<ul role="list" class="shots">
    ${list.map(
      (one, at) =>
        html`<li>
          <button class="shot" aria-label=${msg("Открыть снимок крупно")} @click=${open(list, at, view)}>
            ${view.sight.pictures ? thumbnail(one, view) : html`<span class="button">${msg("Снимок")}</span>`}
          </button>
        </li>`,
    )}
  </ul>`;
}

function thumbnail(one: Attachment, view: View): HTMLCanvasElement {
  const own = drawn.get(view.act) ?? new Map<string, HTMLCanvasElement>();
  drawn.set(view.act, own);
  const known = own.get(one.id);
  if (known) return known;
  const canvas = document.createElement("canvas");
  // Its place is kept before it comes, so that nothing jumps.
  canvas.width = one.width;
  canvas.height = one.height;
  own.set(one.id, canvas);
  const fill = () =>
    void fetchPicture(view.server, view.act.token(), one, "small").then(
      (bitmap) => draw(canvas, bitmap),
      () => setTimeout(() => canvas.isConnected && fill(), AGAIN_MS),
    );
  fill();
  return canvas;
}

/** Over everything, by itself; Esc and a press beside it close it. */
const open = (list: readonly Attachment[], first: number, view: View) => (event: Event) => {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  const dialog = document.createElement("dialog");
  const canvas = document.createElement("canvas");
  let at = first;
  dialog.className = "shown";
  dialog.ariaLabel = msg("Снимок");
  const show = async () => {
    const one = list[at];
    if (!one) return;
    canvas.width = one.width;
    canvas.height = one.height;
    paint(msg("Загружаем снимок…"));
    try {
      const bitmap = await fetchPicture(view.server, view.act.token(), one, "large");
      if (one === list[at]) draw(canvas, bitmap);
      paint("");
    } catch {
      paint(msg("Снимок не открылся. Проверьте связь и откройте его ещё раз."));
    }
  };
  const turn = (by: number) => {
    at = (at + by + list.length) % list.length;
    void show();
  };
  const paint = (word: string) =>
    render(
      html`<div class="veche">
        <div class="tools">
          ${
            list.length > 1
              ? html`<button class="button" @click=${() => turn(1)}>${msg("Следующий снимок")}</button>`
              : ""
          }
          <button
            class="button icon"
            aria-label=${msg("Закрыть снимок")}
            autofocus
            @click=${() => dialog.close()}
          >
            ${closeIcon}
          </button>
        </div>
        <p role="status">${word}</p>
        ${canvas}
      </div>`,
      dialog,
    );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight") turn(1);
    if (key === "ArrowLeft") turn(-1);
  });
  root.append(dialog);
  void show();
  dialog.showModal();
};
