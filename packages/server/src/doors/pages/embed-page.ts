import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

interface Pinned {
  readonly file: string;
  /** Of the pinned file, as an `integrity` attribute has it. */
  readonly integrity: string;
}

/** The loader's file that never changes, if it is built. */
export function pinnedLoader(folder: string, version: string): Pinned | undefined {
  const file = `veche.${version}.js`;
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  return { file, integrity: `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}` };
}

export const embedTitle = ({ locale }: Language) => (locale === "ru" ? "На свой сайт" : "On your own site");

/** For whoever keeps a town's site: what to paste, what can be set, what a strict policy must allow. */
export function embedBody(server: string, pinned: Pinned | undefined, { locale }: Language): Html {
  const ru = locale === "ru";
  const code = (text: string) => html`<pre tabindex="0"><code>${text}</code></pre>`;
  const socket = server.replace(/^http/, "ws");
  const rows = (list: readonly (readonly [string, string, string])[]) =>
    list.map(
      ([name, russian, english]) =>
        html`<tr>
          <td><code>${name}</code></td>
          <td>${ru ? russian : english}</td>
        </tr>`,
    );
  return html`<h1>${embedTitle({ locale, suffix: "" })}</h1>
    <p class="lead">
      ${ru ? "Вставьте эту строку в любую страницу. Появится кнопка чата; пока её не коснулись, больше ничего не загружается." : "Paste this line into any page. A chat button appears; until somebody touches it, nothing more is loaded."}
    </p>
    ${code(`<script type="module" src="${server}/embed/veche.js"></script>`)}
    ${
      pinned &&
      html`<p>
          ${ru ? "Чтобы файл не менялся без вашего ведома, закрепите версию:" : "To have the file never change behind your back, pin a version:"}
        </p>
        ${code(`<script type="module" src="${server}/embed/${pinned.file}"\n        integrity="${pinned.integrity}" crossorigin="anonymous"></script>`)}`
    }
    <p>
      ${ru ? "Адрес вашего сайта должен стоять в настройке VECHE_ORIGINS сервера." : "The address of your site must stand in the server's setting VECHE_ORIGINS."}
    </p>
    <h2>${ru ? "Настройки строки" : "Settings of the line"}</h2>
    <table>
      ${rows([
        [
          'data-launcher="none"',
          "без кнопки: чат откроет ваш элемент <veche-chat>",
          "no button: your own <veche-chat> opens the chat",
        ],
        ['data-locale="ru"', "язык; без него — язык страницы", "language; without it, the page's"],
        [
          'data-theme="dark"',
          "светлый (light) или тёмный (dark) вид; без него — как на устройстве",
          "light or dark; without it, as on the device",
        ],
        ['data-position="left"', "кнопка слева", "the button on the left"],
      ])}
    </table>
    <h2>${ru ? "Элементы" : "Elements"}</h2>
    <table>
      ${rows([
        [
          "<veche-chat>",
          "кнопка и чат; атрибуты open, heading, position",
          "button and chat; attributes open, heading, position",
        ],
        [
          '<veche-contest campaign="…">',
          "правила конкурса и форма заявки",
          "a contest's rules and entry form",
        ],
        [
          '<veche-gallery campaign="…">',
          "допущенные работы; атрибут nomination",
          "approved entries; attribute nomination",
        ],
        ['<veche-winners campaign="…">', "объявленные победители", "announced winners"],
        ["<veche-faq>", "ответы с поиском; атрибут topic", "answers with search; attribute topic"],
      ])}
    </table>
    <p>
      ${ru ? "У каждого есть атрибуты server и locale. Цвет, скругление и шрифт берутся из CSS-переменных:" : "Each has the attributes server and locale. Colour, radius and font come from CSS variables:"}
    </p>
    ${code(':root {\n  --veche-accent: #0b5471;\n  --veche-radius: 12px;\n  --veche-font: "Golos Text", sans-serif;\n}')}
    <h2>${ru ? "Строгая политика содержимого" : "A strict content policy"}</h2>
    <p>
      ${ru ? "Если на сайте действует Content-Security-Policy, разрешите в ней сервер:" : "If the site has a Content-Security-Policy, allow the server in it:"}
    </p>
    ${code(
      [
        `script-src ${server}`,
        `connect-src ${server} ${socket}`,
        `img-src ${server} data: blob:`,
        `font-src ${server}`,
        "require-trusted-types-for 'script'",
        "trusted-types veche lit-html",
      ].join(";\n"),
    )}
    <p>
      ${ru ? "Стилей в строку и eval элементы не требуют. Последние две строки нужны, только если вы включили Trusted Types." : "The elements need neither inline styles nor eval. The last two lines are for sites that use Trusted Types."}
    </p>
    <h2>${ru ? "События" : "Events"}</h2>
    <p>
      ${ru ? "Всплывают до документа:" : "They bubble up to the document:"} <code>veche-open</code>,
      <code>veche-close</code>, <code>veche-message</code>, <code>veche-entry-submitted</code>.
    </p>`;
}
