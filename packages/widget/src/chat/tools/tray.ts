import { msg, str } from "@lit/localize";
import { html, nothing } from "lit";
import type { Attachment } from "@veche/protocol";
import { newId } from "../../client/new-id.ts";
import { closeIcon } from "../icons.ts";
import type { Acts, View } from "../view.ts";
import { draw, drawFile, fetchPicture } from "./picture.ts";
import { sendPicture, takeBackPicture } from "./send-picture.ts";

/** @source the server's limits */
const AT_MOST = 5;
const MAX_BYTES = 25 * 1024 * 1024;

/** One picture on its way into the next message. */
interface Enclosure {
  readonly key: string;
  readonly file: File;
  readonly canvas: HTMLCanvasElement;
  readonly stop: AbortController;
  /** Of 1. */
  sent: number;
  refusal?: string;
  attachment?: Attachment;
}

interface Tray {
  list: Enclosure[];
  tooMany: boolean;
  /** What the controller was told last. */
  told: readonly Attachment[];
}
const trays = new WeakMap<Acts, Tray>();

function trayOf(act: Acts): Tray {
  const known = trays.get(act);
  if (known) return known;
  const made: Tray = { list: [], tooMany: false, told: [] };
  trays.set(act, made);
  return made;
}

/** Takes pictures for the next message and begins to send them. */
export function give(act: Acts, files: Iterable<File>): void {
  const own = trayOf(act);
  own.tooMany = false;
  for (const file of files) {
    if (own.list.length >= AT_MOST) {
      own.tooMany = true;
      break;
    }
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 56;
    const one: Enclosure = { key: newId(), file, canvas, stop: new AbortController(), sent: 0 };
    own.list.push(one);
    if (file.size > MAX_BYTES) one.refusal = msg("Снимок больше 25 МБ. Уменьшите его и приложите снова.");
    else if (!/^image\/|^$/.test(file.type))
      one.refusal = msg("Приложить можно только снимок: JPEG, PNG, WebP или HEIC.");
    else waiting.add(one);
    void drawFile(canvas, file);
  }
  tell(act);
  act.show();
}
const waiting = new Set<Enclosure>();

/** Those that were given and are not on their way yet: only what is shown knows the server. */
function start({ act, server, locale }: View, own: Tray): void {
  for (const one of own.list) {
    if (!waiting.delete(one)) continue;
    void sendPicture(
      { server, locale, token: act.token, key: one.key, signal: one.stop.signal },
      one.file,
      (sent) => {
        one.sent = sent;
        act.show();
      },
    ).then((outcome) => {
      if (one.stop.signal.aborted) return;
      if ("refusal" in outcome) one.refusal = outcome.refusal;
      else {
        one.attachment = outcome.attachment;
        // The browser could not read it, the server could.
        if (one.canvas.width === 56)
          void fetchPicture(server, act.token(), outcome.attachment, "small").then(
            (bitmap) => draw(one.canvas, bitmap),
            () => {},
          );
      }
      tell(act);
      act.show();
    });
  }
}

/** The message waits for what is under way; what was refused does not go. */
function tell(act: Acts): void {
  const own = trayOf(act);
  const ready = own.list.flatMap(({ attachment }) => attachment ?? []);
  own.told = ready;
  act.enclose({ ready, coming: own.list.filter((one) => !one.attachment && !one.refusal).length });
}

function remove(one: Enclosure, { act, server }: View): void {
  const own = trayOf(act);
  own.list = own.list.filter((other) => other !== one);
  own.tooMany = false;
  one.stop.abort();
  waiting.delete(one);
  if (one.attachment) void takeBackPicture(server, act.token(), one.attachment);
  tell(act);
}

/** The pictures that go with the next message, each with how far it is. */
export function tray(view: View) {
  const own = trayOf(view.act);
  // They went with their message.
  if (own.told.length > 0 && view.enclosed.ready.length === 0) {
    own.list = [];
    own.told = [];
  }
  start(view, own);
  if (own.list.length === 0) return nothing;
  return html`<ul role="list" class="tray" aria-label=${msg("Снимки к сообщению")}>
      ${own.list.map((one) => enclosure(one, view))}
    </ul>
    ${own.tooMany ? html`<p class="small" role="alert">${msg(str`В одном сообщении до ${AT_MOST} снимков.`)}</p>` : nothing}`;
}

function enclosure(one: Enclosure, view: View) {
  return html`<li>
    ${one.canvas}
    <div class="state">
      ${
        one.refusal
          ? html`<p role="alert">${one.refusal}</p>`
          : one.attachment
            ? html`<span class="small" role="status">${msg("Загружен")}</span>`
            : html`<span class="small">${msg("Загружаем…")}</span>
                <progress max="1" .value=${one.sent} aria-label=${msg("Загрузка снимка")}></progress>`
      }
    </div>
    <button
      type="button"
      class="button quiet icon"
      aria-label=${msg(str`Убрать снимок ${one.file.name}`)}
      @click=${() => remove(one, view)}
    >
      ${closeIcon}
    </button>
  </li>`;
}
