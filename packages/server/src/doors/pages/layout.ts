import type { Language } from "./language.ts";
import { type Html, html, trusted } from "./html.ts";
import { WORDS } from "./words.ts";

export interface Sheet {
  readonly language: Language;
  /** The city's name, over every page. */
  readonly city: string;
  readonly title: string;
  readonly description?: string;
  /** Path of this page without `?lang=`. */
  readonly path: string;
  readonly publicUrl: string;
  readonly body: Html;
  /** What a link to this page shows where it is shared: an absolute address, sizes in pixels. */
  readonly preview?: {
    readonly url: string;
    readonly type: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  /** Structured data for search engines. */
  readonly data?: object;
  /** A script of the page's own. */
  readonly script?: string;
  /** Whether the residents' elements are loaded. */
  readonly elements?: boolean;
  /** Kept out of search engines. */
  readonly unlisted?: boolean;
}

/** A whole page around its body. */
export function layout(sheet: Sheet): string {
  const { language, city, title, description, path, publicUrl, body, data, preview } = sheet;
  const { locale, suffix } = language;
  const words = WORDS[locale];
  const other = locale === "ru" ? "en" : "ru";
  const fullTitle = title === city ? title : `${title} — ${city}`;
  const address = (lang: string) => `${publicUrl}${path}${lang === "en" ? "?lang=en" : ""}`;
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${fullTitle}</title>
        ${description && html`<meta name="description" content="${description}" />`}
        ${
          preview &&
          html`<meta property="og:type" content="article" />
            <meta property="og:site_name" content="${city}" />
            <meta property="og:locale" content="${locale === "ru" ? "ru_RU" : "en_GB"}" />
            <meta property="og:title" content="${title}" />
            ${description && html`<meta property="og:description" content="${description}" />`}
            <meta property="og:url" content="${address(locale)}" />
            <meta property="og:image" content="${preview.url}" />
            <meta property="og:image:type" content="${preview.type}" />
            <meta property="og:image:width" content="${preview.width}" />
            <meta property="og:image:height" content="${preview.height}" />
            <meta property="og:image:alt" content="${preview.alt}" />
            <meta name="twitter:card" content="summary_large_image" />`
        }
        ${
          sheet.unlisted
            ? html`<meta name="robots" content="noindex" />`
            : html`<link rel="canonical" href="${address(locale)}" />
                <link rel="alternate" hreflang="ru" href="${address("ru")}" />
                <link rel="alternate" hreflang="en" href="${address("en")}" />
                <link rel="alternate" type="application/atom+xml" href="/feeds/announcements.atom" />`
        }
        <link rel="icon" href="/pages/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/pages/pages.css" />
        ${
          data &&
          html`<script type="application/ld+json">
            ${trusted(JSON.stringify(data).replaceAll("<", String.raw`\u003c`))}
          </script>`
        }
        ${sheet.script && html`<script type="module" src="${sheet.script}"></script>`}
        ${sheet.elements && html`<script type="module" src="/embed/veche.js"></script>`}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header>
          <a class="brand" href="/${suffix}"
            ><img src="/pages/icon.svg" width="32" height="32" alt="" /> ${city}</a
          >
          <nav aria-label="${words.sections}">
            <a href="/answers${suffix}">${words.answers}</a>
            <a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a>
          </nav>
        </header>
        <main id="content" tabindex="-1">${body}</main>
        <footer>
          <p>${words.footer}</p>
          <nav aria-label="${words.about}">
            <a href="/privacy${suffix}">${words.privacy}</a>
            <a href="/accessibility${suffix}">${words.accessibility}</a>
            <a href="/embed${suffix}">${words.forSites}</a>
          </nav>
        </footer>
      </body>
    </html> `.text;
}
