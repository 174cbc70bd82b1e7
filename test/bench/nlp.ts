import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { freePort } from "../server-process.ts";
import { processorMs } from "./load/cores.ts";
import { aCityServer, aRival, cityQuestions, talkTo } from "./load/processes.ts";

const FOLDER = fileURLToPath(new URL("../../node_modules/.veche/nlpjs", import.meta.url));
const PACKAGES = [
  "@nlpjs/basic@4.27.0",
  "@nlpjs/express-api-server@4.27.0",
  "@nlpjs/directline-connector@4.26.1",
  "@nlpjs/lang-ru@4.26.1",
  "@nlpjs/lang-en@4.26.1",
];
const CONNECTIONS = 20;
const ROUNDS = 3;
const SECONDS = 5;
const WARMING_SECONDS = 8;
const run = promisify(execFile);

/**
 * Fetches nlp.js from the registry when it is not here. It is no dependency: it brings versions of other packages
 * that are known to have faults.
 */
async function fetched(): Promise<string> {
  if (existsSync(`${FOLDER}/node_modules/@nlpjs/basic`)) return FOLDER;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/package.json`, '{"private":true}');
  await run("npm", ["install", "--no-audit", "--no-fund", ...PACKAGES], { cwd: FOLDER });
  return FOLDER;
}

/** One question of Direct Line after another, each with the one look for its answer, in so many conversations. */
async function askNlp(url: string, seconds: number, questions: readonly string[]): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let turns = 0;
  const json = { "content-type": "application/json" };
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const opened = await fetch(`${url}/directline/conversations`, { method: "POST" });
      const { conversationId } = (await opened.json()) as { conversationId: string };
      const activities = `${url}/directline/conversations/${conversationId}/activities`;
      let watermark = 0;
      while (performance.now() < until) {
        const text = `${questions[turns++ % questions.length]} ${Date.now()}`;
        const body = JSON.stringify({ type: "message", text, locale: "ru", from: { id: conversationId } });
        await (await fetch(activities, { method: "POST", headers: json, body })).text();
        const looked = await fetch(`${activities}?watermark=${watermark}`);
        watermark = ((await looked.json()) as { watermark: number }).watermark;
      }
    }),
  );
  return turns;
}

export interface NlpRow {
  readonly server: string;
  readonly turns: number;
  readonly processorMsPerTurn: number;
}

/**
 * Processor time of a whole turn, every question in new words, beside nlp.js's own chat server, which keeps nothing:
 * ours stores question and answer.
 */
export async function benchNlp(rounds = ROUNDS, seconds = SECONDS) {
  const folder = await fetched();
  const questions = cityQuestions();
  const port = await freePort();
  const rival = await aRival("nlp-server.ts", { cwd: folder, env: { ...process.env, PORT: String(port) } });
  const server = await aCityServer();
  const ours = { turns: 0, ms: 0 };
  const theirs = { turns: 0, ms: 0 };
  const counting = async (pid: number, into: typeof ours, talk: () => Promise<number>) => {
    const before = processorMs(pid);
    into.turns += await talk();
    into.ms += processorMs(pid) - before;
  };
  const askOurs = async (length: number) =>
    (
      await talkTo({
        url: server.url,
        connections: CONNECTIONS,
        seconds: length,
        questions,
        everyQuestionNew: true,
      })
    ).turns;
  try {
    await askNlp(rival.url, WARMING_SECONDS, questions);
    await askOurs(WARMING_SECONDS);
    for (let round = 0; round < rounds; round++) {
      await counting(rival.pid, theirs, () => askNlp(rival.url, seconds, questions));
      await counting(server.pid(), ours, () => askOurs(seconds));
    }
  } finally {
    rival.end();
    await server.remove();
  }
  const rowOf = (name: string, { turns, ms }: typeof ours): NlpRow => ({
    server: name,
    turns,
    processorMsPerTurn: Number((ms / turns).toFixed(3)),
  });
  const rows = [rowOf("veche", ours), rowOf("nlp.js", theirs)];
  return { rows, times: Number((ours.ms / ours.turns / (theirs.ms / theirs.turns)).toFixed(2)) };
}

if (import.meta.main) {
  const { rows, times } = await benchNlp();
  console.table(rows);
  console.log({ times });
}
