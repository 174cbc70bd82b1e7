import type { ArticleSummary } from "@veche/protocol";
import { htmlEscape } from "escape-goat";

/** Search engines read what residents read, and nothing of the staff's. */
export const robotsText = (publicUrl: string): string =>
  ["User-agent: *", "Disallow: /api/", "Disallow: /console", `Sitemap: ${publicUrl}/sitemap.xml`, ""].join(
    "\n",
  );

const VALID_MS = 90 * 86_400_000;

/**
 * Whom to tell of a security fault. It is made anew at each reading, so it never runs out while it is served.
 *
 * @source https://www.rfc-editor.org/rfc/rfc9116
 */
export const securityText = (contact: string, publicUrl: string, now: Date): string =>
  [
    `Contact: ${contact}`,
    `Expires: ${new Date(now.getTime() + VALID_MS).toISOString()}`,
    "Preferred-Languages: ru, en",
    `Canonical: ${publicUrl}/.well-known/security.txt`,
    "",
  ].join("\n");

/** @source https://www.sitemaps.org/protocol.html */
export function sitemapXml(
  publicUrl: string,
  articles: readonly ArticleSummary[],
  campaigns: readonly { readonly slug: string }[],
): string {
  const url = (path: string, updatedAt?: string) =>
    `<url><loc>${htmlEscape(publicUrl + path)}</loc>${updatedAt ? `<lastmod>${htmlEscape(updatedAt)}</lastmod>` : ""}</url>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...["/", "/answers", "/outages", "/hotlines", "/privacy", "/accessibility"].map((path) => url(path)),
    ...campaigns.map(({ slug }) => url(`/campaigns/${slug}`)),
    ...articles.map(({ slug, locale, updatedAt }) =>
      url(`/answers/${slug}${locale === "en" ? "?lang=en" : ""}`, updatedAt),
    ),
    "</urlset>",
    "",
  ].join("\n");
}
