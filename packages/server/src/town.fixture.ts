import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DeskEvents, type Message, type QueuePush, ROLES } from "@veche/protocol";
import pino from "pino";
import { io, type Socket } from "socket.io-client";
import { openTown, type Town, type TownOptions } from "./compose.ts";
import { readConfig } from "./config.ts";
import { lendRankingThread } from "./rooms/knowledge/ranking/lent-threads.fixture.ts";
import type { PasswordKeeping } from "./rooms/staff/index.ts";
import { joinProcesses } from "./processes/index.ts";
import { serveTown } from "./serve.ts";
import { databaseSettings } from "./storage/storage.fixture.ts";

const HOTLINES = `slug,name,nameEn,phones,extension,email,address,hours,topics,about
call-centre,Контакт-центр,Contact Centre,+7 (3999) 00-05-05,,,"ул. Мира, 1",24/7,administration,Справки
vodokanal,Водоканал,Water Utility,+7 (3999) 00-22-11,,,"ул. Мира, 2",24/7,utilities,"Холодная вода, утечки"
`;
const STREETS = `name,type,district,formerNames,commonNames
Кирова,улица,Центральный,,
Мира,улица,Центральный,,
Мира,проспект,Центральный,,
`;
const ORGANISATIONS = `slug,name,phones,emergencyPhone,address,email,hours,site
uk-dom,ООО «УК „Дом“»,+7 (3999) 00-11-01,+7 (3999) 00-11-09,"ул. Мира, 3",,Mo-Fr 09:00-18:00,
`;
const BUILDINGS = `street,type,house,district,organisation,heatSupplier,waterSupplier
Кирова,улица,12,Центральный,uk-dom,,vodokanal
Кирова,улица,14,Центральный,,,vodokanal
`;
const OUTAGES = `id,resource,kind,startsAt,endsAt,affected,reason,responsible,note
o1,cold_water,emergency,2026-01-01T00:00:00+05:00,2099-01-01T00:00:00+05:00,ул. Кирова: 12,Порыв водовода,vodokanal,Подвоз воды у дома 12.
`;
const ARTICLES = `slug,topic,locale,question,alternatives,answer,department,sourceTitle,sourceUrl,updated,expires
kindergarten-queue,education,ru,Как встать в очередь в детский сад?,Записать ребёнка в садик,Подайте заявление на **портале** или в МФЦ.,,Порядок учёта,https://town.example/sad,2026-10-01,
bulky-waste,waste,ru,Куда деть старый диван?,Вывоз крупного мусора,Вынесите к площадке по субботам.,,Правила,https://town.example/musor,2026-10-01,
`;

export interface TownUnderTest {
  readonly town: Town;
  readonly url: string;
  /** Where its data is. */
  readonly folder: string;
  /** A resident's tab. */
  chat(auth?: Record<string, unknown>): Promise<Tab>;
  /** A member of staff's tab, signed in by cookie. */
  staff(cookie: string): Promise<Tab>;
  /** Adds a member of staff, whose role opens the e-mail: `editor@…`; others are operators. */
  hire(email: string): Promise<void>;
  /** Hires if need be, signs in and gives the cookie. */
  signIn(email: string): Promise<string>;
  call(
    path: string,
    init?: RequestInit & { cookie?: string },
  ): Promise<{ status: number; body: never; headers: Headers }>;
  /** Ends the process's part and opens the same data again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export class Tab {
  readonly socket: Socket;
  readonly messages: Message[] = [];
  readonly conversations: {
    id: string;
    token: string;
    state: string;
    queue?: { position: number };
    callBack?: { why: string };
  }[] = [];
  readonly queues: QueuePush[] = [];
  readonly #events = new Map<string, unknown[]>();
  constructor(socket: Socket) {
    this.socket = socket;
    socket.onAny((name: string, payload: unknown) => void this.#of(name).push(payload));
    socket.on("message", (it: Message) => this.messages.push(it));
    socket.on("conversation", (it) => this.conversations.push(it));
    socket.on("queue", (it: QueuePush) => this.queues.push(it));
  }
  #of(name: string): unknown[] {
    const known = this.#events.get(name) ?? [];
    this.#events.set(name, known);
    return known;
  }
  /** Everything that was pushed under a name, the list growing. */
  heard<Name extends keyof DeskEvents>(name: Name): DeskEvents[Name][] {
    return this.#of(name) as DeskEvents[Name][];
  }
  ask(event: string, payload: unknown = {}): Promise<never> {
    return this.socket.timeout(15_000).emitWithAck(event, payload) as Promise<never>;
  }
  say(text: string, clientId: string = crypto.randomUUID()): Promise<never> {
    return this.ask("message:send", { clientId, text });
  }
  get token(): string {
    return this.conversations.at(-1)?.token ?? "";
  }
  /** Resolves once the condition holds. */
  async until(holds: () => boolean, what = "condition"): Promise<void> {
    for (let waited = 0; !holds(); waited += 10) {
      if (waited > 15_000)
        throw new Error(`waited in vain for ${what}: ${JSON.stringify(this.messages.map((it) => it.text))}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

export const PASSWORD = "correct horse battery";

const digest = (password: string) => createHash("sha256").update(password).digest("hex");
/** Real ones take a tenth of a second each, which a hundred tests would feel. */
const quickPasswords: PasswordKeeping = {
  hash: async (password) => digest(password),
  verify: async ({ hash, password }) => hash === digest(password),
};

/** A small town with real storage in a temporary folder, listening on a free port. */
export async function aTown(
  env: Record<string, string> = {},
  options: TownOptions = {},
): Promise<TownUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "veche-town-"));
  const config = readConfig({
    PORT: "0",
    VECHE_DATA: folder,
    VECHE_RATE_LIMIT: "off",
    ...(await databaseSettings(folder)),
    ...env,
  });
  const log = pino({ level: "silent" });
  const tabs: Socket[] = [];

  async function open() {
    const processes = await joinProcesses(config, log);
    const town = await openTown(config, log, {
      passwords: quickPasswords,
      startRankingThread: lendRankingThread,
      ...(processes && { processes }),
      ...options,
    });
    const server = await serveTown(town, config);
    return { town, server, url: await server.listen() };
  }
  let running = await open();
  const { city, knowledge } = running.town.rooms;
  await city.importFiles({
    hotlines: HOTLINES,
    organisations: ORGANISATIONS,
    streets: STREETS,
    buildings: BUILDINGS,
    outages: OUTAGES,
  });
  await knowledge.importArticles(ARTICLES, "test");
  const hired = new Set<string>();
  async function hire(email: string): Promise<void> {
    if (hired.has(email)) return;
    hired.add(email);
    const role = ROLES.find((it) => email.startsWith(it)) ?? "operator";
    await running.town.rooms.staff.addMember({ email, name: `Имя ${role}`, role, password: PASSWORD });
  }

  async function connect(namespace: string, options: object): Promise<Tab> {
    const socket = io(`${running.url}${namespace}`, {
      forceNew: true,
      reconnectionDelay: 50,
      transports: ["websocket"],
      ...options,
    });
    tabs.push(socket);
    const tab = new Tab(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once(namespace === "/chat" ? "conversation" : "connect", () => resolve());
      socket.once("connect_error", reject);
    });
    return tab;
  }

  return {
    get town() {
      return running.town;
    },
    get url() {
      return running.url;
    },
    folder,
    chat: (auth = {}) => connect("/chat", { auth }),
    staff: (cookie) => connect("/staff", { extraHeaders: { cookie } }),
    hire,
    async signIn(email) {
      await hire(email);
      const response = await fetch(`${running.url}/api/v1/staff/session`, {
        method: "POST",
        headers: { "Content-Type": "application/json", Origin: running.url },
        body: JSON.stringify({ email, password: PASSWORD }),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
      return response.headers
        .getSetCookie()
        .map((it) => it.split(";")[0])
        .join("; ");
    },
    async call(path, { cookie, ...init } = {}) {
      const response = await fetch(running.url + path, {
        ...init,
        headers: {
          ...(init.body ? { "Content-Type": "application/json" } : {}),
          ...(cookie ? { Cookie: cookie } : {}),
          Origin: running.url,
          ...(init.headers as Record<string, string>),
        },
      });
      const text = await response.text();
      const json = response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
      return { status: response.status, body: json as never, headers: response.headers };
    },
    async restart() {
      await running.server.close();
      running = await open();
    },
    async close() {
      for (const socket of tabs) socket.disconnect();
      await running.server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
