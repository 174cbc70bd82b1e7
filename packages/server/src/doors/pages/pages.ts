import { fileURLToPath } from "node:url";
import { streetTypeShort } from "@veche/assistant";
import {
  type Caller,
  type HandlersOf,
  type Operations,
  type OutputOf,
  Refusal,
  WithHeaders,
} from "@veche/protocol";
import express, { type Request, type RequestHandler, type Response, Router } from "express";
import { storableText } from "../parse.ts";
import { accessibilityBody, accessibilityTitle } from "./accessibility.ts";
import { alertsBody, alertsTitle } from "./alerts.ts";
import { answerBody, answersBody, descriptionOf, questionData } from "./answers.ts";
import { archiveBody } from "./archive-page.ts";
import { campaignBody, campaignTitle, pressBody } from "./campaign-page.ts";
import { certificatePage } from "./certificate-page.ts";
import { embedChoiceOf, embedCode } from "./embed-code.ts";
import { embedBody, embedTitle, pinnedLoader } from "./embed-page.ts";
import { embedPreview } from "./embed-preview.ts";
import { firstBody } from "./first-page.ts";
import { hotlinesBody, hotlinesTitle } from "./hotlines.ts";
import { type Language, languageOf } from "./language.ts";
import { outagesBody, outagesTitle } from "./outages.ts";
import { privacyBody, privacyTitle } from "./privacy.ts";
import { contentPolicy, createReply, type Page, type ReplyParts } from "./reply.ts";
import { robotsText, securityText, sitemapXml } from "./robots.ts";
import { WORDS } from "./words.ts";
import { workPage } from "./work-page.ts";

export interface PagesParts extends ReplyParts {
  readonly knowledge: Pick<HandlersOf<Operations["knowledge"]>, "articles" | "article">;
  readonly campaigns: Pick<HandlersOf<Operations["campaigns"]>, "list" | "get" | "work" | "certificate">;
  readonly announcements: Pick<HandlersOf<Operations["announcements"]>, "pressRelease" | "winners">;
  readonly city: Pick<HandlersOf<Operations["city"]>, "outages" | "hotlines">;
  /** The city's, IANA. */
  readonly timeZone: string;
  /** The demo town's own site, where there is one. */
  readonly demoUrl?: string;
  /** Folder of the built elements. */
  readonly embedFolder: string;
  readonly version: string;
  /** Where security faults are told. */
  readonly securityContact?: string;
  readonly clock: () => Date;
  /** Of browsers' alerts, where the town sends any. */
  readonly alertKey?: string;
  /** Counts the call against its network's limit. @throws Refusal `rate_limited` */
  readonly admit: (request: Request) => Promise<void>;
}

type Search = { readonly query?: string; readonly topic?: string };
type PageOf = (request: Request, language: Language) => Page | Promise<Page>;

const ASSETS = fileURLToPath(new URL("assets", import.meta.url));
const FONTS = fileURLToPath(
  new URL("files", import.meta.resolve("@fontsource-variable/golos-text/index.css")),
);
const HOUR = "public, max-age=3600";
const MAX_QUERY_CHARACTERS = 400;
const MAX_ADDRESS_CHARACTERS = 300;
/** Addresses of programs: who asks there wants no page. */
const NOT_PAGES = /^\/(api|embed\/|console|media|feeds|socket\.io|metrics|healthz|readyz)/;

/** The pages that the server itself shows, whole without JavaScript. */
export function createPages(parts: PagesParts): Router {
  const { knowledge, campaigns, publicUrl, admit } = parts;
  const { send, refuse } = createReply(parts);
  const pinned = pinnedLoader(parts.embedFolder, parts.version);
  const cardOf = (slug: string) => ({
    url: `${publicUrl()}/campaigns/${slug}/card.png`,
    type: "image/png",
    width: 1200,
    height: 630,
  });
  const loader = () => ({ server: publicUrl(), pinned });

  const articles = async (input: Search, language: Language) =>
    outputOf<OutputOf<Operations["knowledge"]["articles"]>>(
      await knowledge.articles({ ...input, locale: language.locale }, callerOf(language)),
    );
  const article = async (slug: string, language: Language) =>
    outputOf<OutputOf<Operations["knowledge"]["article"]>>(
      await knowledge.article({ slug, locale: language.locale }, callerOf(language)),
    ).article;
  const openCampaigns = async (language: Language) =>
    outputOf<OutputOf<Operations["campaigns"]["list"]>>(await campaigns.list({}, callerOf(language))).items;
  const campaign = async (slug: string, language: Language) =>
    outputOf<OutputOf<Operations["campaigns"]["get"]>>(await campaigns.get({ slug }, callerOf(language)))
      .campaign;

  const pages: Readonly<Record<string, PageOf>> = {
    async "/"(_request, language) {
      const { firstTitle, firstLead } = WORDS[language.locale];
      const body = firstBody(await openCampaigns(language), parts.demoUrl, language);
      return { title: firstTitle, description: firstLead, path: "/", body };
    },

    async "/embed"(request, language) {
      const campaigns = await openCampaigns(language);
      const choice = { campaign: campaigns[0]?.slug, ...embedChoiceOf(request.query) };
      const body = embedBody(choice, campaigns, loader(), language);
      return { title: embedTitle(language), path: "/embed", body };
    },

    "/accessibility": (_request, language) => ({
      title: accessibilityTitle(language),
      path: "/accessibility",
      body: accessibilityBody(language),
      elements: true,
    }),

    "/alerts"(_request, language) {
      if (!parts.alertKey) throw new Refusal("not_found");
      const body = alertsBody(parts.alertKey, language);
      return {
        title: alertsTitle(language),
        path: "/alerts",
        body,
        script: "/pages/alerts.js",
        unlisted: true,
      };
    },

    "/privacy": (_request, language) => ({
      title: privacyTitle(language),
      path: "/privacy",
      body: privacyBody(language),
    }),

    async "/answers"(request, language) {
      const query = textOf(request.query["query"])?.slice(0, MAX_QUERY_CHARACTERS);
      const topic = query ? undefined : textOf(request.query["topic"]);
      const { items, topics } = await articles({ query, topic }, language);
      const title = topics.find((it) => it.topic === topic)?.title ?? WORDS[language.locale].answers;
      const body = answersBody(items, topics, { query, topic }, language);
      return { title, path: "/answers", body, elements: true, unlisted: Boolean(query) };
    },

    async "/answers/:slug"(request, language) {
      const found = await article(textOf(request.params["slug"]) ?? "", language);
      const { items } = await articles({ topic: found.topic }, language);
      const path = `/answers/${found.slug}`;
      const address = `${publicUrl()}${path}${found.locale === "en" ? "?lang=en" : ""}`;
      return {
        title: found.question,
        description: descriptionOf(found),
        path,
        body: answerBody(found, items, language),
        data: questionData(found, address, parts.cityName(found.locale)),
        elements: true,
      };
    },

    async "/outages"(request, language) {
      const address = textOf(request.query["address"])?.slice(0, MAX_ADDRESS_CHARACTERS);
      const found = outputOf<OutputOf<Operations["city"]["outages"]>>(
        await parts.city.outages({ address }, callerOf(language)),
      );
      const understood = found.address && addressInWords(found.address);
      const body = outagesBody(found.items, { address, understood }, parts.timeZone, language);
      return {
        title: outagesTitle(language),
        path: "/outages",
        body,
        elements: true,
        unlisted: Boolean(address),
      };
    },

    async "/hotlines"(_request, language) {
      const { items } = outputOf<OutputOf<Operations["city"]["hotlines"]>>(
        await parts.city.hotlines({ locale: language.locale }, callerOf(language)),
      );
      const body = hotlinesBody(items, parts.timeZone, language);
      return { title: hotlinesTitle(language), path: "/hotlines", body, elements: true };
    },

    async "/campaigns"(_request, language) {
      const known = (await openCampaigns(language)).filter(
        ({ state }) => state === "announced" || state === "archived",
      );
      const past = await Promise.all(
        known.map(async (campaign) => ({
          campaign,
          ...outputOf<OutputOf<Operations["announcements"]["winners"]>>(
            await parts.announcements.winners({ slug: campaign.slug }, callerOf(language)),
          ),
        })),
      );
      const { archive: title, archiveLead: description } = WORDS[language.locale];
      const body = archiveBody(past, parts.timeZone, language);
      // Of children's names there is no more in search engines than a contest's own page gives them.
      return { title, description, path: "/campaigns", body, unlisted: true };
    },

    async "/campaigns/:slug"(request, language) {
      const found = await campaign(textOf(request.params["slug"]) ?? "", language);
      return {
        title: campaignTitle(found, language),
        description: (language.locale === "en" && found.summary.en) || found.summary.ru,
        path: `/campaigns/${found.slug}`,
        body: campaignBody(found, language),
        elements: true,
        preview: { ...cardOf(found.slug), alt: campaignTitle(found, language) },
      };
    },

    async "/campaigns/:slug/press"(request, language) {
      const slug = textOf(request.params["slug"]) ?? "";
      const { title, text } = outputOf<OutputOf<Operations["announcements"]["pressRelease"]>>(
        await parts.announcements.pressRelease({ slug }, callerOf(language)),
      );
      return {
        title,
        path: `/campaigns/${slug}/press`,
        body: pressBody(title, text, slug, language),
        unlisted: true,
      };
    },

    async "/campaigns/:slug/works/:number"(request, language) {
      const slug = textOf(request.params["slug"]) ?? "";
      const number = Number(textOf(request.params["number"]));
      if (!Number.isSafeInteger(number) || number < 1) throw new Refusal("not_found");
      const { entry } = outputOf<OutputOf<Operations["campaigns"]["work"]>>(
        await campaigns.work({ slug, number }, callerOf(language)),
      );
      return workPage(entry, await campaign(slug, language), language, cardOf(slug));
    },

    async "/certificates/:number"(request, language) {
      const { certificate } = outputOf<OutputOf<Operations["campaigns"]["certificate"]>>(
        await campaigns.certificate({ number: textOf(request.params["number"]) ?? "" }, callerOf(language)),
      );
      return certificatePage(certificate, language);
    },
  };

  /** Counted, in the reader's language, and its refusals as pages too. */
  const showing =
    (page: PageOf): RequestHandler =>
    async (request, response) => {
      try {
        await admit(request);
        send(request, response, await page(request, languageOf(request)));
      } catch (error) {
        refuse(request, response, error);
      }
    };

  const sitemap = async (request: Request, response: Response) => {
    await admit(request);
    const listed = [...(await articles({}, RUSSIAN)).items, ...(await articles({}, ENGLISH)).items];
    const xml = sitemapXml(publicUrl(), listed, await openCampaigns(RUSSIAN));
    response.set("Cache-Control", HOUR).type("application/xml").send(xml);
  };

  const nowhere: RequestHandler = (request, response, next) => {
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || NOT_PAGES.test(request.path) || request.accepts(["json", "html"]) !== "html") next();
    else refuse(request, response, new Refusal("not_found"));
  };

  const router = Router({ caseSensitive: true });
  router.use("/pages/fonts", express.static(FONTS, { index: false, redirect: false, maxAge: "30d" }));
  router.use("/pages", express.static(ASSETS, { index: false, redirect: false, maxAge: "1h" }));
  for (const [path, page] of Object.entries(pages)) router.get(path, showing(page));
  router.get("/embed/code", (request, response) => {
    response.json(embedCode(embedChoiceOf(request.query), loader()));
  });
  router.get("/embed/preview", (request, response) => {
    const language = languageOf(request);
    response.set("Content-Security-Policy", contentPolicy(publicUrl(), "'self'"));
    response.type("html").send(embedPreview(embedChoiceOf(request.query), language));
  });
  router.get("/.well-known/security.txt", (_request, response, next) => {
    if (!parts.securityContact) return next();
    response
      .set("Cache-Control", HOUR)
      .type("text")
      .send(securityText(parts.securityContact, publicUrl(), parts.clock()));
  });
  router.get("/robots.txt", (_request, response) => {
    response.set("Cache-Control", HOUR).type("text").send(robotsText(publicUrl()));
  });
  router.get("/sitemap.xml", (request, response, next) => void sitemap(request, response).catch(next));
  // Not a route: a route would answer OPTIONS for every address there is.
  router.use(nowhere);
  return router;
}

const RUSSIAN: Language = { locale: "ru", suffix: "" };
const ENGLISH: Language = { locale: "en", suffix: "?lang=en" };

const callerOf = ({ locale }: Language): Caller => ({ locale, network: "" });

const outputOf = <Output>(result: Output | WithHeaders<Output>): Output =>
  result instanceof WithHeaders ? result.output : result;

const addressInWords = ({ street, type, house }: { street: string; type: string; house?: string }) =>
  `${streetTypeShort[type] ?? type} ${street}${house ? `, ${house}` : ""}`;

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() ? storableText(value.trim()) : undefined;
