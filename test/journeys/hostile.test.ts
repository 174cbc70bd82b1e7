import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import { afterAll, expect, inject } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { openDemoCity } from "./demo-city.ts";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { HOSTILE, inParts } from "./hostile-strings.ts";
import { journey } from "./town.fixture.ts";

const ANNOUNCED = "moy-gorod-vesnoy";
const OF_WORDS = "idei-dlya-goroda";
/** Each with one of every kind. */
const PARTS = 25;
const ONE_OF_EACH = HOSTILE.slice(0, HOSTILE.length / PARTS);
/** Letters that the page of answers takes. */
const LONGEST_SEARCH = 400;
const CALL = "позовите оператора, это всё какие-то строки";
const HARMLESS = { dialogs: 0, ran: 0, came: 0, widerThanTheScreen: 0 };
const ALL = { ...HARMLESS, shown: HOSTILE.length };
const PHONE = { viewport: { width: 360, height: 740 } };

/** What each view showed, and what it should not have done. */
const seen: Record<string, Look> = {};
afterAll(() => console.log(JSON.stringify({ strings: HOSTILE.length, views: seen })));

/** A city whose entries were sent by hostile hands, every field of them, and whose editors have their questions. */
const town = journey.extend(
  "city",
  { scope: "file" },
  // oxlint-disable-next-line no-empty-pattern -- what a fixture needs is read from its pattern
  async ({}, { onCleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), "veche-hostile-"));
    cpSync(inject("demoCity"), folder, { recursive: true });
    const database = new DatabaseSync(join(folder, "veche.db"));
    spoilEntries(database);
    askOpenly(database);
    database.close();
    const city = await openDemoCity(folder);
    rmSync(folder, { recursive: true });
    onCleanup(() => city.close());
    return city;
  },
);

town(
  "a thousand hostile strings are text in the chat, and on the desk of operators",
  async ({ city, people }) => {
    const { page } = await people.resident("/kontakt-centr", PHONE);
    const dialogs = await guarded(page);
    const chat = chatOn(page);
    await chat.open();
    for (const part of inParts(HOSTILE, PARTS)) await chat.say(part.join("\n"));
    await expect.poll(() => chat.answers.count(), { timeout: 60_000 }).toBe(PARTS);
    expect(await look(page, "the chat", dialogs)).toMatchObject(ALL);
    await page.reload();
    await chat.open();
    await expect.poll(() => chat.answers.count()).toBe(PARTS);
    expect(await look(page, "the chat, read again", dialogs)).toMatchObject(ALL);
    await chat.say(CALL);
    await chat.log.getByText(CALL).waitFor();

    const console = (await people.staff("operator", "conversations")).page;
    const desk = await guarded(console);
    const queue = console.getByRole("region", { name: "Очередь" });
    await queue.getByRole("button", { name: new RegExp(CALL) }).click();
    const said = console.getByRole("log", { name: "Переписка" });
    await said.getByText(CALL, { exact: true }).first().waitFor();
    expect(await look(console, "a conversation on the desk", desk)).toMatchObject(ALL);

    const { page: another } = await people.resident("/kontakt-centr");
    const same = chatOn(another);
    await same.open();
    for (const waiting of [chat, same]) {
      await waiting.say(ONE_OF_EACH.join("\n"));
      await waiting.say(CALL);
      await waiting.log.getByText(CALL).last().waitFor();
    }
    await expect.poll(() => queue.getByRole("button", { name: new RegExp(CALL) }).count()).toBe(2);
    await console.getByRole("button", { name: "Похожие вопросы" }).click();
    const alike = console.getByRole("dialog", { name: "Похожие вопросы" });
    await alike.getByRole("button", { name: /script/ }).waitFor();
    expect(await look(console, "groups of alike questions", desk)).toMatchObject(HARMLESS);
    await alike.getByRole("button", { name: /script/ }).click();
    await console.getByRole("button", { name: "К группам" }).waitFor();
    expect(await look(console, "a group of alike questions", desk)).toMatchObject(HARMLESS);

    const { url } = city.server;
    await console.goto(`${url}/console/conversations?find=1&query=${encodeURIComponent("vecheRan evil")}`);
    await console.getByText(/^Найдено: [1-9]/).waitFor();
    expect(await look(console, "conversations found by such words", desk)).toMatchObject(HARMLESS);
  },
);

town(
  "and in galleries, before moderators and editors, and on the page of answers",
  async ({ city, people }) => {
    const { page } = await people.resident("/", PHONE);
    const dialogs = await guarded(page);
    const { url } = city.server;
    const pages: readonly (readonly [string, string, string])[] = [
      ["the gallery", `${url}/campaigns/${OPEN_CAMPAIGN}`, "veche-gallery button"],
      ["the public's vote", `${url}/campaigns/${OF_WORDS}`, "veche-gallery button"],
      ["the winners", `${url}/campaigns/${ANNOUNCED}`, "veche-winners figure"],
      ["a work's own page", `${url}/campaigns/${ANNOUNCED}/works/1`, "main h1"],
    ];
    for (const [name, address, there] of pages) {
      await page.goto(address);
      await page.locator(there).first().waitFor();
      expect(await look(page, name, dialogs), name).toMatchObject(HARMLESS);
    }
    let echoed = 0;
    for (const part of inParts(ONE_OF_EACH, ONE_OF_EACH.length / 2)) {
      const query = part.join(" ").slice(0, LONGEST_SEARCH);
      await page.goto(`${url}/answers?${new URLSearchParams({ query })}`);
      const found = await look(page, "the page of answers", dialogs);
      expect(found, query).toMatchObject(HARMLESS);
      echoed += found.shown;
    }
    expect(echoed).toBe(ONE_OF_EACH.length);

    const console = (await people.staff("admin", `moderation?campaign=${OPEN_CAMPAIGN}&state=every`)).page;
    const desk = await guarded(console);
    const works = console.getByRole("list", { name: "Работы" });
    await works.getByRole("button").first().waitFor();
    expect(await look(console, "moderation", desk)).toMatchObject(ALL);
    await works.getByRole("button").first().click();
    await console.getByRole("dialog").waitFor();
    expect(await look(console, "one work before a moderator", desk)).toMatchObject(ALL);
    const rooms = {
      [`results?campaign=${ANNOUNCED}`]: "results",
      [`results?campaign=${OF_WORDS}`]: "results of the public's vote",
      [`announcements?campaign=${ANNOUNCED}`]: "announcements",
      [`ceremony?campaign=${ANNOUNCED}`]: "the ceremony",
      questions: "open questions",
    };
    for (const [address, name] of Object.entries(rooms)) {
      await console.goto(`${url}/console/${address}`);
      await console.waitForLoadState("networkidle");
      expect(await look(console, name, desk), name).toMatchObject(HARMLESS);
    }
    for (const name of ["the winners", "open questions"]) expect(seen[name], name).toMatchObject(ALL);

    const judging = await console.evaluate(async (slug) => {
      const answer = await fetch(`/api/v1/staff/campaigns/${slug}/state`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ state: "judging" }),
      });
      return answer.status;
    }, OPEN_CAMPAIGN);
    expect(judging).toBe(200);
    const juror = (await people.staff("jury", `jury?campaign=${OPEN_CAMPAIGN}`)).page;
    const judged = await guarded(juror);
    await juror.locator("console-jury .about h2").waitFor();
    expect(await look(juror, "a work before a juror", judged)).toMatchObject(HARMLESS);
    for (const name of ["the ceremony", "a work before a juror"])
      expect(seen[name]?.shown, name).toBeGreaterThan(0);
  },
);

interface Look {
  /** Strings that stand there as they were typed. */
  readonly shown: number;
  readonly dialogs: number;
  readonly ran: number;
  /** Elements and addresses that a string became. */
  readonly came: number;
  readonly widerThanTheScreen: number;
}

/** Counts dialogs from now on; every page that is opened later counts scripts that run. */
async function guarded(page: Page): Promise<() => number> {
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  const count = () => void Object.assign(globalThis, { vecheRan: () => (document.title = "vecheRan") });
  await page.addInitScript(count);
  await page.evaluate(count);
  return () => dialogs;
}

async function look(page: Page, name: string, dialogs: () => number): Promise<Look> {
  const found = await page.evaluate(() => {
    const texts: string[] = [];
    let came = 0;
    const walk = (root: Document | ShadowRoot) => {
      texts.push(root instanceof ShadowRoot ? (root.textContent ?? "") : document.body.textContent);
      for (const element of root.querySelectorAll("*")) {
        const address = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
        if (element.hasAttribute("data-hostile") || /^\s*(javascript|data:text)|evil/i.test(address))
          came += 1;
        if (element instanceof HTMLInputElement) texts.push(element.value);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    const over = document.documentElement.scrollWidth - innerWidth;
    return {
      text: texts.join("\n"),
      came,
      ran: Number(document.title === "vecheRan"),
      widerThanTheScreen: Math.max(over, 0),
    };
  });
  const text = flat(found.text);
  const { came, ran, widerThanTheScreen } = found;
  const shown = HOSTILE.filter((string) => text.includes(flat(string))).length;
  return (seen[name] = { shown, dialogs: dialogs(), ran, came, widerThanTheScreen });
}

const flat = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** Each entry's title gets its part of the strings, the other fields one each. */
function spoilEntries(database: DatabaseSync): void {
  const entries = database.prepare("select id, campaign from entry").all();
  const fields = [
    "author_first_name",
    "author_last_name",
    "settlement",
    "institution",
    "teacher",
    "helped_by",
    "guardian_name",
    "guardian_contact",
  ];
  const write = database.prepare(
    `update entry set title = ?, ${fields.map((it) => `${it} = ?`).join(", ")} where id = ?`,
  );
  for (const campaign of new Set(entries.map((it) => it["campaign"]))) {
    const own = entries.filter((it) => it["campaign"] === campaign);
    inParts(HOSTILE, own.length).forEach((part, at) => {
      const id = own[at]?.["id"] ?? null;
      write.run(part.join(" "), ...fields.map((_, of) => HOSTILE[(at * 8 + of) % 1_000] ?? ""), id);
    });
  }
}

/** Questions that nobody could answer, each with its part of the strings. */
function askOpenly(database: DatabaseSync): void {
  const write = database.prepare(
    `insert into open_question
      (id, question, wording, locale, origin, suggested, article, offered, times, first_at, last_at, state)
      values (?, ?, ?, 'ru', 'unanswered', '', '', '[]', 1, ?, ?, 'open')`,
  );
  const now = new Date().toISOString();
  for (const [at, part] of inParts(HOSTILE, PARTS).entries())
    write.run(`hostile-${at}`, part.join(" "), `hostile ${at}`, now, now);
}
