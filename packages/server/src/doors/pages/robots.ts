import type { ArticleSummary } from "@veche/protocol";
import { html } from "./html.ts";

/** Search engines read what residents read, and nothing of the staff's. */
export const robotsText = (publicUrl: string): string =>
  ["User-agent: *", "Disallow: /api/", "Disallow: /console", `Sitemap: ${publicUrl}/sitemap.xml`, ""].join(
    "\n",
  );

/** @source https://www.sitemaps.org/protocol.html */
export function sitemapXml(
  publicUrl: string,
  articles: readonly ArticleSummary[],
  campaigns: readonly { readonly slug: string }[],
): string {
  const pages = ["/", "/answers", "/privacy", ...campaigns.map(({ slug }) => `/campaigns/${slug}`)];
  const suffix = ({ locale }: ArticleSummary) => (locale === "en" ? "?lang=en" : "");
  return html`<?xml version="1.0" encoding="UTF-8"?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      ${pages.map((path) => html`<url><loc>${publicUrl}${path}</loc></url> `)}${articles.map(
        (article) =>
          html`<url
            ><loc>${publicUrl}/answers/${article.slug}${suffix(article)}</loc
            ><lastmod>${article.updatedAt}</lastmod></url
          > `,
      )}</urlset
    > `.text;
}
