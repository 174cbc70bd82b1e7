import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import pino from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createMeaning, createRephrase, type Finding, type Knowledge } from "../index.ts";
import { aCity, type City } from "../knowledge.fixture.ts";

vi.setConfig({ testTimeout: 30_000 });

/** What each dimension of the pretend model's vectors is about. */
const SUBJECTS = [/ям|колдоб|дорог|асфальт/i, /лебед|гус|птиц/i, /хлеб|булк/i, /снег|сугроб/i];

interface Asked {
  readonly path: string;
  readonly key: string | undefined;
  readonly text: string;
}

let city: City;
let server: Server;
let asked: Asked[];
let behaviour: "works" | "fails" | "hangs" | "babbles";
let rephrased: string;
beforeEach(async () => {
  asked = [];
  behaviour = "works";
  rephrased = "Яма на асфальте";
  server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    const { input, messages } = JSON.parse(body);
    const text = input ? input.join("|") : messages.at(-1).content;
    asked.push({ path: request.url ?? "", key: request.headers.authorization, text });
    if (behaviour === "hangs") return;
    if (behaviour === "fails") response.statusCode = 500;
    if (behaviour === "babbles") {
      response.end("<html>");
      return;
    }
    response.end(
      JSON.stringify(
        input
          ? {
              data: input.map((it: string, index: number) => ({
                index,
                embedding: [...SUBJECTS.map((subject) => (subject.test(it) ? 1 : 0)), 0.1],
              })),
            }
          : { choices: [{ message: { content: rephrased } }] },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  city = await aCity();
});
afterEach(async () => {
  await city.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const endpoint = () => ({
  url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
  model: "pretend",
  key: "secret-key",
});
const parts = { clock: () => city.now, log: pino({ level: "silent" }) };
const gist = ({ outcome, ranked }: Finding) => [outcome, ranked[0]?.article.slug];
const questions = () => asked.filter(({ text }) => !text.includes("|"));

async function aTown(knowledge: Knowledge): Promise<void> {
  const subjects = [
    "автобусы",
    "налоги",
    "загсы",
    "школы",
    "рынки",
    "музеи",
    "бани",
    "парки",
    "аптеки",
    "почта",
  ];
  for (const [at, subject] of subjects.entries())
    await city.save(knowledge, { slug: `a-${at}`, question: `Где ${subject}?`, alternatives: [] }, 0);
  await city.save(knowledge, {}, 0);
  await city.save(
    knowledge,
    { slug: "swans", question: "Где живут лебеди?", alternatives: ["Пруд в парке"], department: "" },
    0,
  );
  await knowledge.importArticles(await knowledge.exportArticles(), "test");
}

/** Asks until the model has read the articles, as it does behind the scenes. */
async function whenRead(knowledge: Knowledge): Promise<void> {
  await knowledge.find("прочитай статьи");
  for (let waited = 0; asked.length < 1 && waited < 5_000; waited += 20) await after(20);
  await after(50);
  asked = [];
}

test("a question without a word in common is offered the article that is nearest in meaning", async () => {
  const knowledge = await city.open({ meaning: createMeaning(endpoint(), parts) });
  await aTown(knowledge);
  await whenRead(knowledge);

  const found = await knowledge.find("гуси");

  expect(gist(found)).toEqual(["choose", "swans"]);
  expect(asked).toEqual([{ path: "/v1/embeddings", key: "Bearer secret-key", text: "гуси" }]);
  await knowledge.find("гуси", { limit: 1 });
  expect(asked).toHaveLength(1);
});

test("an answer that the meaning speaks against is offered, not given; one that it agrees with is given", async () => {
  const plain = await city.open();
  await aTown(plain);
  const question = "Пруд в парке";
  expect(gist(await plain.find(question))).toEqual(["answer", "swans"]);
  const knowledge = await city.open({ meaning: createMeaning(endpoint(), parts) });
  await whenRead(knowledge);

  expect(gist(await knowledge.find("Яма на асфальте"))).toEqual(["answer", "potholes"]);
  SUBJECTS[0] = /ям|колдоб|дорог|асфальт|пруд/i;
  expect((await knowledge.find("пруд в парке")).outcome).toBe("choose");
  SUBJECTS[0] = /ям|колдоб|дорог|асфальт/i;
});

test.each(["fails", "hangs", "babbles"] as const)(
  "a model that %s is skipped within its time, and left alone for a while",
  async (how) => {
    const knowledge = await city.open({
      meaning: createMeaning(endpoint(), parts),
      rephrase: createRephrase(endpoint(), parts),
    });
    await aTown(knowledge);
    await whenRead(knowledge);
    behaviour = how;

    const from = performance.now();
    const found = await knowledge.find("гуси прилетели к нам на дорогу");
    const took = performance.now() - from;

    expect(found).toEqual(await (await city.open()).find("гуси прилетели к нам на дорогу"));
    expect(questions()).toHaveLength(2);
    expect(took).toBeLessThan(1500);
    await knowledge.find("гуси");
    expect(questions()).toHaveLength(2);
    city.now = new Date(city.now.getTime() + 31_000);
    behaviour = "works";
    rephrased = "гуси";
    expect((await knowledge.find("гуси")).ranked[0]?.article.slug).toBe("swans");
  },
);

test("a rephrasing finds the article but never answers by itself, nor is it shown", async () => {
  const knowledge = await city.open({ rephrase: createRephrase(endpoint(), parts) });
  await aTown(knowledge);

  const found = await knowledge.find("колесо отвалилось по пути, кто виноват");

  expect(gist(found)).toEqual(["choose", "potholes"]);
  expect(JSON.stringify(found)).not.toContain(rephrased.toLowerCase());
  expect(questions().map(({ path }) => path)).toEqual(["/v1/chat/completions"]);
  asked = [];
  expect((await knowledge.find("Яма на асфальте")).outcome).toBe("answer");
  expect(asked).toEqual([]);
});

test("no model learns a resident's phone, e-mail or name", async () => {
  const knowledge = await city.open({
    meaning: createMeaning(endpoint(), parts),
    rephrase: createRephrase(endpoint(), parts),
  });
  await aTown(knowledge);
  await whenRead(knowledge);

  await knowledge.find("меня зовут Пётр Ильин, 8 912 345-67-89, p@mail.example, пропал сугроб");

  const sent = asked.map(({ text }) => text);
  expect(sent).toHaveLength(2);
  for (const text of sent) {
    expect(text).toContain("пропал сугроб");
    expect(text).not.toMatch(/Ильин|345|@/);
  }
});
