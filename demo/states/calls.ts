import type { ArticleSummary } from "@veche/protocol";
import express, { type Response, Router } from "express";
import { type AskedFrom, askedFrom } from "./asked-from.ts";
import { ownEntry } from "./campaign.ts";
import type { Refused } from "./state.ts";
import { kindergarten } from "./talks.ts";
import type { Say } from "./tongue.ts";

const STATUS: Readonly<Record<string, number>> = { conflict: 409, not_found: 404 };

/** The pretended city's HTTP API: what the elements ask, answered as the asking page's state has it. */
export function createCalls(): Router {
  const calls = Router();
  calls.use((request, response, next) => {
    const from = askedFrom(request.get("referer"));
    if (!from) return void response.status(404).end();
    response.locals["from"] = from;
    const { refuses } = from.city;
    if (refuses) refuse(response, refuses, refuses.status);
    else next();
  });
  const fromOf = (response: Response) => response.locals["from"] as AskedFrom;

  calls.get("/config", (_request, response) => response.json(configOf(fromOf(response))));
  calls.get("/articles", (request, response) =>
    response.json(articlesOf(fromOf(response).say, String(request.query["query"] ?? ""))),
  );
  calls.get("/articles/:slug", (request, response) => {
    const { say } = fromOf(response);
    const found = articlesOf(say, "").items.find(({ slug }) => slug === request.params.slug);
    const { text, sources = [] } = kindergarten(say);
    response.json({ article: { ...found, answer: text, source: sources[0], version: 1 } });
  });
  calls.get("/campaigns/:slug", (_request, response) =>
    response.json({ campaign: fromOf(response).city.campaign }),
  );
  calls.get("/campaigns/:slug/entries", (_request, response) =>
    response.json({ items: fromOf(response).city.entries ?? [], nextCursor: null }),
  );
  calls.get("/campaigns/:slug/ballot", (_request, response) => {
    const { vote } = fromOf(response).city.campaign ?? {};
    response.json({ ballot: { vote, own: ["work-2"], work: { task: "a task", bits: 8 } } });
  });
  calls.put("/campaigns/:slug/ballot", (_request, response) => {
    const { say } = fromOf(response);
    const message = say(
      "Голосование закончилось, новые голоса не принимаются.",
      "Voting is over, and no more votes are counted.",
    );
    refuse(response, { code: "conflict", message });
  });
  calls.get("/campaigns/:slug/winners", (_request, response) => {
    const { winners } = fromOf(response).city;
    if (winners) response.json({ announcedAt: "2026-11-20T04:30:00Z", winners });
    else refuse(response, { code: "not_found", message: "" });
  });
  calls.post(
    "/campaigns/:slug/entries",
    express.raw({ type: () => true, limit: "30mb" }),
    (_request, response) => {
      const { city, say } = fromOf(response);
      if (city.takes === undefined) response.status(201).json({ entry: ownEntry(say), token: "kept" });
      else if (city.takes !== "nothing") refuse(response, city.takes);
    },
  );
  calls.post(
    "/conversation/attachments",
    express.raw({ type: () => true, limit: "30mb" }),
    (_request, response) => {
      response.status(201).json({ attachment: { id: "picture-0", width: 640, height: 640 } });
    },
  );
  calls.get("/conversation/attachments/:id", (_request, response) =>
    response.redirect("/media/kd_58f72ebd.jpg"),
  );
  calls.get("/entries/:id", (_request, response) => {
    const { city, say } = fromOf(response);
    response.json({ entry: city.ownEntry ?? ownEntry(say) });
  });
  return calls;
}

function refuse(response: Response, { code, message }: Refused, status = STATUS[code] ?? 400): void {
  response.status(status).type("application/problem+json").json({ code, detail: message, status });
}

function configOf({ say, city, tongue }: AskedFrom) {
  const { operatorsOpen = true, alerts = false } = city;
  return {
    city: say("Новореченск", "Novorechensk"),
    heading: say("Спросите Новореченск", "Ask Novorechensk"),
    greeting: say(
      "Здравствуйте! Спросите о воде, садах, уборке или конкурсах.",
      "Hello! Ask about water, kindergartens, cleaning or contests.",
    ),
    locales: ["ru", "en"],
    timeZone: "Asia/Yekaterinburg",
    alerts,
    privacyUrl: `https://novorechensk.example/${tongue}/privacy`,
    operators: operatorsOpen ? { openNow: true } : { openNow: false, opensAt: "2096-11-23T03:00:00Z" },
    suggestions: [
      say("Когда дадут горячую воду?", "When will there be hot water?"),
      say("Как встать в очередь в детский сад?", "How do I put a child on the waiting list?"),
      say("Кто чистит двор?", "Who clears the yard?"),
    ],
    phone: "+7 (3999) 00-00-12",
  };
}

function articlesOf(say: Say, query: string) {
  const questions: readonly (readonly [slug: string, topic: string, question: string])[] = [
    [
      "kindergarten",
      "children",
      say("Как встать в очередь в детский сад?", "How to get a kindergarten place?"),
    ],
    ["hot-water", "housing", say("Когда дадут горячую воду?", "When will there be hot water?")],
    ["bulky-waste", "waste", say("Куда деть старый диван?", "Where to leave an old sofa?")],
    [
      "register",
      "papers",
      say("Как зарегистрироваться по месту жительства?", "How to register at a place of residence?"),
    ],
  ];
  const wanted = query.trim().toLowerCase();
  const items = questions
    .filter(
      ([slug, , question]) =>
        !wanted || question.toLowerCase().includes(wanted) || (wanted === "сад" && slug === "kindergarten"),
    )
    .map(([slug, topic, question]): ArticleSummary => ({
      slug,
      topic,
      question,
      locale: say("ru", "en") === "ru" ? "ru" : "en",
      updatedAt: "2026-10-12",
    }));
  const topics = [
    { topic: "children", title: say("Дети", "Children"), articles: 1 },
    { topic: "housing", title: say("Дом и вода", "Home and water"), articles: 1 },
    { topic: "waste", title: say("Мусор", "Waste"), articles: 1 },
  ];
  return { items, topics };
}
