import { createServer } from "node:http";
import type { Browser } from "playwright-core";
import { historyOf } from "../../faults/stubborn-resident.ts";
import { startBrowser } from "../../journeys/browser.ts";
import { aServerProcess, freePort, type ServerProcess } from "../../server-process.ts";
import { type Chance, chance } from "./chance.ts";
import { aNetwork, type Network } from "./network.ts";
import { aTab, type Tab } from "./tab.ts";

/** What comes of it. */
export interface Outcome {
  readonly disturbances: Readonly<Record<Disturbance, number>>;
  readonly said: number;
  readonly lost: number;
  readonly doubled: number;
  readonly outOfOrder: number;
  /** Tabs that did not show the same as the server has. */
  readonly disagreed: number;
  /** From the moment the network was there until each tab had its line, ms. */
  readonly back: Spread;
  /** Between two tabs showing the same message while both had their line, ms. */
  readonly apart: Spread;
}
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

const DISTURBANCES = ["cut", "stall", "offline", "reload", "restart"] as const;
type Disturbance = (typeof DISTURBANCES)[number];
/** Of a hundred. A restart takes seconds, thus few. */
const OFTEN: readonly Disturbance[] = DISTURBANCES.flatMap((it) =>
  Array.from({ length: { cut: 34, stall: 14, offline: 24, reload: 24, restart: 4 }[it] }, () => it),
);
/** Of tabs, after the last words of all were delivered, on a machine that does other things too. */
const AGREE_WITHIN_MS = 1000;
/** Disturbances in one conversation; then another is begun, in another browser's storage. */
const A_TALK = 25;

type Tabs = readonly [Tab, Tab];

interface Scene {
  readonly server: ServerProcess;
  readonly network: Network;
  readonly browser: Browser;
  readonly site: string;
  readonly luck: Chance;
}

/** Two tabs of one resident talk while everything breaks, again and again; then it is counted what the server has. */
export async function cuts(
  count: number,
  seed: number,
  tell: (line: string) => void = () => {},
): Promise<Outcome> {
  const sitePort = await freePort();
  const site = `http://localhost:${sitePort}`;
  const server = await aServerProcess({ VECHE_ORIGINS: site });
  const network = await aNetwork(Number(new URL(server.url).port));
  const page = `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Город</title><h1>Город</h1>
    <veche-chat open></veche-chat><script type="module" src="${network.url}/embed/veche.js"></script>`;
  const pages = createServer(
    (_request, response) => void response.setHeader("content-type", "text/html").end(page),
  );
  await new Promise<void>((resolve) => pages.listen(sitePort, "localhost", resolve));
  const [browser] = await Promise.all([startBrowser(), server.start()]);
  const scene: Scene = { server, network, browser, site, luck: chance(seed) };
  const made = { cut: 0, stall: 0, offline: 0, reload: 0, restart: 0 };
  const total = { said: 0, lost: 0, doubled: 0, outOfOrder: 0, disagreed: 0 };
  const back: number[] = [];
  const apart: number[] = [];
  try {
    for (let done = 0; done < count; done += A_TALK) {
      const talk = await aTalk(scene, Math.min(A_TALK, count - done), made);
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += talk[name];
      back.push(...talk.back);
      apart.push(...talk.apart);
      tell(
        `${Math.min(count, done + A_TALK)} of ${count}: ${JSON.stringify({ ...total, back: spread(back), apart: spread(apart) })}`,
      );
    }
  } finally {
    await browser.close();
    await network.close();
    pages.close();
    await server.remove();
  }
  return { disturbances: made, ...total, back: spread(back), apart: spread(apart) };
}

async function aTalk(
  { server, network, browser, site, luck }: Scene,
  count: number,
  made: Record<Disturbance, number>,
) {
  const context = await browser.newContext({ locale: "ru-RU", reducedMotion: "reduce" });
  const tabs: Tabs = [await aTab(await context.newPage(), site), await aTab(await context.newPage(), site)];
  const said: string[] = [];
  const back: number[] = [];
  const apart: number[] = [];
  const say = async (tab: Tab) => {
    const text = `сообщение ${said.length + 1}`;
    said.push(text);
    await tab.say(text);
    return text;
  };
  const everyone = <Result>(ask: (tab: Tab) => Promise<Result>) => Promise.all(tabs.map(ask));
  const nap = (from: number, to: number) =>
    new Promise((resolve) => setTimeout(resolve, luck.between(from, to)));
  const recovered = async (since: number) => {
    for (const moment of await everyone((tab) => tab.online())) back.push(Math.max(0, moment - since));
  };

  const disturb: Record<Disturbance, () => Promise<void>> = {
    async cut() {
      network.cut();
      await nap(20, 900);
      if (luck.below(2)) await say(luck.oneOf(tabs));
      network.mend();
      await recovered(Date.now());
    },
    async stall() {
      network.stall();
      await nap(20, 900);
      if (luck.below(2)) await say(luck.oneOf(tabs));
      network.mend();
      await recovered(Date.now());
    },
    async offline() {
      await context.setOffline(true);
      await nap(20, 900);
      if (luck.below(2)) await say(luck.oneOf(tabs));
      await context.setOffline(false);
      await recovered(Date.now());
    },
    async reload() {
      await luck.oneOf(tabs).reload();
      await everyone((tab) => tab.online());
    },
    async restart() {
      await server.kill();
      if (luck.below(2)) await say(luck.oneOf(tabs));
      await server.start();
      await recovered(Date.now());
    },
  };

  await everyone((tab) => tab.online());
  for (let at = 0; at < count; at += 1) {
    const disturbance = luck.oneOf(OFTEN);
    made[disturbance] += 1;
    // The next words fall before it, at the same moment, or while it lasts.
    await say(luck.oneOf(tabs));
    await nap(0, 60);
    await disturb[disturbance]();
    if (luck.below(3) === 0) apart.push(await lagOf(tabs, say, luck));
  }
  await everyone((tab) => tab.settled());

  const history = (await historyOf(server.url, await tabs[0].token()))
    .filter(({ author }) => author.kind === "resident")
    .map(({ text }) => text);
  const agreements = await everyone((tab) => tab.comesToShow(history, AGREE_WITHIN_MS));
  const disagreed = agreements.filter((agreed) => !agreed).length;
  await context.close();
  return { said: said.length, ...counted(said, history), disagreed, back, apart };
}

/** Something is said while all is well: how long until the other tab shows it too. */
async function lagOf(tabs: Tabs, say: (tab: Tab) => Promise<string>, luck: Chance): Promise<number> {
  await Promise.all(tabs.map((tab) => tab.settled()));
  const text = await say(luck.oneOf(tabs));
  const moments = await Promise.all(tabs.map((tab) => tab.seen(text)));
  return Math.max(...moments) - Math.min(...moments);
}

function counted(said: readonly string[], history: readonly string[]) {
  const times = new Map<string, number>();
  for (const text of history) times.set(text, (times.get(text) ?? 0) + 1);
  const places = said.map((text) => history.indexOf(text)).filter((place) => place >= 0);
  return {
    lost: said.filter((text) => !times.has(text)).length,
    doubled: [...times.values()].filter((many) => many > 1).length,
    outOfOrder: places.filter((place, at) => at > 0 && place < (places[at - 1] ?? 0)).length,
  };
}

function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}
