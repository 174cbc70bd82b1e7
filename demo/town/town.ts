import { Router } from "express";
import { readArticles } from "./articles.ts";
import { contentPolicy } from "./content-policy.ts";
import { readOutages } from "./outages.ts";
import { readPages } from "./pages.ts";
import { SHORT_ADDRESSES } from "./short-addresses.ts";

interface TownParts {
  /** Origin of the Veche server whose script tag stands on every page. */
  readonly server: string;
  /** Folder of the town's pages. */
  readonly site: string;
  /** Folder of the city's tables. */
  readonly city: string;
  readonly clock: () => Date;
}

/** The town's own website: pages of plain HTML with the one script tag, under a strict content policy. */
export function createTown({ server, site, city, clock }: TownParts) {
  const pages = readPages(site);
  const articles = readArticles(city);
  const outages = readOutages(city);
  const policy = contentPolicy(server);

  const fill = (language: "ru" | "en") => {
    const now = clock();
    return {
      server,
      today: today(now, language),
      articles: articles.list(),
      outages: outages.page(now, language),
      "outages-now": outages.now(now, language),
    };
  };

  const town = Router({ strict: false });
  town.use((_request, response, next) => {
    response.set({
      "Content-Security-Policy": policy,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
      "Cache-Control": "no-cache",
    });
    next();
  });
  town.get("/{*path}", (request, response) => {
    const path = request.path.length > 1 ? request.path.replace(/\/$/, "") : request.path;
    const language = path === "/en" || path.startsWith("/en/") ? "en" : "ru";
    const longer = SHORT_ADDRESSES[path];
    if (longer) {
      response.redirect(302, longer);
      return;
    }
    const article = articles.at(path);
    const html = article
      ? pages.around(article, language, fill(language))
      : pages.at(path, language, fill(language));
    if (html) response.type("html").send(html);
    else
      response
        .status(404)
        .type("html")
        .send(pages.missing(language, fill(language)));
  });
  return town;
}

function today(now: Date, language: "ru" | "en"): string {
  return new Intl.DateTimeFormat(language === "ru" ? "ru-RU" : "en-GB", {
    timeZone: "Asia/Yekaterinburg",
    weekday: "long",
    day: "numeric",
    month: "long",
  }).format(now);
}
