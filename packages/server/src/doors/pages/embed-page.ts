import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ShownCampaign } from "./campaign-page.ts";
import { type EmbedChoice, type EmbedCode, embedCode, type Loader } from "./embed-code.ts";
import { EMBED_WORDS } from "./embed-words.ts";
import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

/** The loader's file that never changes, if it is built. */
export function pinnedLoader(folder: string, version: string): Loader["pinned"] {
  const file = `veche.${version}.js`;
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  return { file, integrity: `sha384-${createHash("sha384").update(readFileSync(path)).digest("base64")}` };
}

export const embedTitle = ({ locale }: Language) => EMBED_WORDS[locale].title;

type Words = (typeof EMBED_WORDS)["ru"];

/** For whoever keeps a town's site: what it will look like, what to paste, and what a strict policy must allow. */
export function embedBody(
  choice: EmbedChoice,
  campaigns: readonly ShownCampaign[],
  loader: Loader,
  { locale }: Language,
): Html {
  const words = EMBED_WORDS[locale];
  const code = embedCode(choice, loader);
  const platforms = ["html", "css", "wordpress", "bitrix", "tilda"] as const;
  return html`<h1>${words.title}</h1>
    <p class="lead">${words.lead}</p>
    <div class="embed">
      ${form(choice, campaigns, words, locale)}
      <iframe
        id="preview"
        title="${words.preview}"
        src="/embed/preview?${new URLSearchParams(asQuery(choice)).toString()}&lang=${locale}"
      ></iframe>
    </div>
    <h2>${words.code}</h2>
    <p>${words.origins} <code>VECHE_ORIGINS</code>.</p>
    ${platforms.map((name) => snippet(name, words[name], words[`${name}How`], code, words))}
    <h2>${words.policy}</h2>
    ${snippet("policy", undefined, words.policyHow, code, words)}
    <h2>${words.own}</h2>
    <p>
      ${words.ownHow} <code>veche-open</code>, <code>veche-close</code>, <code>veche-message</code>,
      <code>veche-entry-submitted</code>.
    </p>
    <p class="for-readers" id="told" role="status"></p>
    <script type="module" src="/pages/embed.js"></script>`;
}

const asQuery = (choice: EmbedChoice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );

function form(
  choice: EmbedChoice,
  campaigns: readonly ShownCampaign[],
  words: Words,
  locale: "ru" | "en",
): Html {
  const select = (name: keyof EmbedChoice, label: string, options: Readonly<Record<string, string>>) =>
    html`<label
      >${label}<select name="${name}">
        ${Object.entries(options).map(
          ([value, title]) =>
            html`<option value="${value}" ${choice[name] === value && html`selected`}>${title}</option>`,
        )}
      </select></label
    >`;
  const titles = Object.fromEntries(
    campaigns.map(({ slug, title }) => [slug, (locale === "en" && title.en) || title.ru]),
  );
  return html`<form id="choice" action="/embed" aria-label="${words.choose}">
    <input type="hidden" name="lang" value="${locale}" />
    ${select("show", words.show, words.shown)}
    ${campaigns.length > 0 && select("campaign", words.campaign, titles)}
    ${select("button", words.button, words.buttons)} ${select("locale", words.locale, words.locales)}
    ${select("theme", words.theme, words.themes)}
    <label>${words.accent}<input type="color" name="accent" value="${choice.accent}" /></label>
    <label
      >${words.radius}<input type="number" name="radius" min="0" max="32" value="${choice.radius}"
    /></label>
    <label
      >${words.heading}
      <input name="heading" maxlength="80" value="${choice.heading}" placeholder="${words.headingHint}"
    /></label>
    ${select("version", words.version, words.versions)}
    <button>${words.apply}</button>
  </form>`;
}

function snippet(
  name: keyof EmbedCode,
  title: string | undefined,
  how: string,
  code: EmbedCode,
  words: Words,
): Html {
  const label = title ?? words.policy;
  return html`<section
    class="snippet"
    data-code="${name}"
    aria-label="${label}"
    ${!code[name] && html`hidden`}
  >
    ${title && html`<h3>${title}</h3>`}
    <p>${how}</p>
    <pre tabindex="0" role="group" aria-label="${label}"><code id="code-${name}">${code[name]}</code></pre>
    <button
      type="button"
      class="copy"
      hidden
      data-copies="code-${name}"
      data-copied="${words.copied}"
      aria-label="${words.copy}: ${label}"
    >
      ${words.copy}
    </button>
  </section>`;
}
