import { attributesOf, type EmbedChoice, elementOf } from "./embed-code.ts";
import { trusted } from "./html.ts";
import type { Language } from "./language.ts";

/** A page of an imagined site with the chosen element on it. Its colours are set by a script: a policy of ours. */
export function embedPreview(choice: EmbedChoice, { locale }: Language): string {
  const title = locale === "ru" ? "Страница вашего сайта" : "A page of your site";
  const text =
    locale === "ru"
      ? "Так элемент выглядит среди вашего текста. Здесь всё настоящее: можно спрашивать и смотреть."
      : "This is how the element looks among your own words. All of it is real: ask and look around.";
  return trusted(`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/pages/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/pages/pages.css">
<script type="module" src="/pages/preview.js"></script>
<script type="module" src="/embed/veche.js"${attributesOf(choice)}></script>
</head>
<body><main><h1>${title}</h1><p>${text}</p>${elementOf(choice)}</main></body>
</html>`).text;
}
