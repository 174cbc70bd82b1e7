import { type ChildProcess, fork, spawn, type SpawnOptions } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commandLine } from "../../faults/contest-server.ts";
import { aServerProcess, endWithTests, type ServerProcess, whenListening } from "../../server-process.ts";
import { keepTo } from "./cores.ts";
import type { CrowdReply, CrowdTask } from "./crowd.ts";
import type { Problem, Talk, Talked } from "./talkers.ts";

export const CITY = fileURLToPath(new URL("../../../demo/city", import.meta.url));
const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The demo city's questions that its articles answer, in both languages. */
export function cityQuestions(): string[] {
  return readFileSync(`${CITY}/questions.dev.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { q: string; expect: { article?: string[] } })
    .filter(({ expect }) => expect.article)
    .map(({ q }) => q);
}

/** The server with the demo city's articles, streets and hotlines, started on a core of its own. */
export async function aCityServer(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await aServerProcess(env);
  await commandLine(server.folder, ["import", "city", CITY]);
  await server.start();
  keepTo("server", server.pid());
  return server;
}

/** Another server beside ours, on the same core. */
export async function aRival(
  file: string,
  how: SpawnOptions = {},
): Promise<{ url: string; pid: number; end: () => void }> {
  const child = spawn(process.execPath, [here(file)], { ...how, stdio: ["ignore", "pipe", "pipe"] });
  endWithTests(child);
  let said = "";
  await whenListening(child, (text) => (said += text));
  const pid = child.pid ?? 0;
  keepTo("server", pid);
  const url = /listening on (http:\S+)/.exec(said)?.[1] ?? "";
  return { url, pid, end: () => void child.kill("SIGKILL") };
}

/** Residents in a process of their own, away from the server's core. */
export async function talkTo(talk: Talk): Promise<Talked> {
  const child = fork(here("talkers.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  endWithTests(child);
  if (child.pid) keepTo("clients", child.pid);
  return resultOf<Talked>(child, talk);
}

/** Residents with the chat open, in as many processes as it takes; each answers one task after another. */
export function aCrowd(processes: number) {
  const children = Array.from({ length: processes }, () => {
    const child = fork(here("crowd.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    endWithTests(child);
    if (child.pid) keepTo("clients", child.pid);
    return child;
  });
  return {
    /** Gives each process its task; the counts of a task are shared out beforehand. */
    all: (task: CrowdTask): Promise<CrowdReply[]> =>
      Promise.all(children.map((child) => resultOf<CrowdReply>(child, task))),
    end: () => children.forEach((child) => child.kill("SIGKILL")),
  };
}

/** Hands a forked process its task and waits for its one message. */
export function resultOf<Result>(child: ChildProcess, task: object): Promise<Result> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with ${code} before it had a result`));
    child.once("exit", ended);
    child.once("message", (result: Result | Problem) => {
      child.off("exit", ended);
      if (typeof result === "object" && result !== null && "problem" in result)
        reject(new Error(result.problem));
      else resolve(result);
    });
    child.send(task);
  });
}
