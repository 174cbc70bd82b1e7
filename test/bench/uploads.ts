import { fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { io, type Socket } from "socket.io-client";
import type { Message } from "@veche/protocol";
import sharp from "sharp";
import { inspectSqlite } from "../../packages/server/src/storage/sqlite/inspect.ts";
import { aContestServer, entriesOf } from "../faults/contest-server.ts";
import { filesUnder } from "../faults/traces.ts";
import { endWithTests, type ServerProcess } from "../server-process.ts";
import type { ParentsReply, ParentsTask, Sent } from "./load/parents.ts";
import { resultOf } from "./load/processes.ts";
import { percentile } from "./load/percentile.ts";

const UPLOADS = 200;
const BYTES = 10 * 1024 * 1024;
const PHOTOGRAPH = fileURLToPath(
  new URL("../../demo/drawings/animateddrawings_characters_char4_original_img.png", import.meta.url),
);
const RESIDENTS = 10;
const SAYS_EVERY_MS = 500;
const WARMING_MS = 8_000;
const QUIET_MS = 15_000;
const GOAL_MS = 500;

export interface UploadsBench {
  readonly uploads: number;
  readonly megabytesEach: number;
  /** From the first one's sending to the last one's acknowledgement, seconds. */
  readonly seconds: number;
  /** With an entry of its own and its pictures, read afterwards with the token that was told. */
  readonly there: number;
  readonly lost: number;
  /** How many were refused at first, each with a time to come back, and came in when they came back. */
  readonly toldToComeBack: number;
  /** Of one parent, at most. */
  readonly mostTimesTold: number;
  readonly longestToldSeconds: number;
  /** Answers that were neither. */
  readonly unclear: number;
  /** Connections that broke while sending; the form was sent again. */
  readonly broken: number;
  /** Forms sent for one that came in. */
  readonly formsForOne: number;
  /** From a resident's message to its answer on the screen, before and meanwhile, milliseconds. */
  readonly chatQuietP99: number;
  readonly chatP50: number;
  readonly chatP99: number;
  readonly chatMost: number;
  readonly goalP99: number;
}

/** A phone's photograph as heavy as that: of fine grain, so that it can't be pressed further. */
async function aHeavyPhotograph(): Promise<Buffer> {
  const { data, info } = await sharp(PHOTOGRAPH).raw().toBuffer({ resolveWithObject: true });
  const grain = crypto.getRandomValues(new Uint8Array(65_521));
  for (let at = 0; at < data.length; at += 1) {
    data[at] = Math.max(0, Math.min(255, data[at]! + (grain[at % grain.length]! & 31) - 16));
  }
  const { width, height } = info;
  for (let quality = 80; ; quality += 1) {
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg({ quality })
      .toBuffer();
    if (jpeg.length >= BYTES || quality === 100) return jpeg;
  }
}

/** Residents who write without a stop, each once the last one was answered. */
async function chatting(url: string) {
  const sockets = Array.from({ length: RESIDENTS }, () =>
    io(`${url}/chat`, { forceNew: true, transports: ["websocket"] }),
  );
  await Promise.all(
    sockets.map((it) => new Promise<void>((resolve) => it.once("conversation", () => resolve()))),
  );
  const over = new AbortController();
  let waits: number[] = [];

  async function talk(socket: Socket, place: number): Promise<void> {
    for (let n = 0; !over.signal.aborted; n += 1) {
      const answered = new Promise<void>((resolve) => {
        const hear = ({ author }: Message) => {
          if (author.kind !== "assistant") return;
          socket.off("message", hear);
          resolve();
        };
        socket.on("message", hear);
      });
      const began = performance.now();
      const text = `Когда починят свет на улице Мира, дом ${place * 1000 + n}?`;
      await socket.emitWithAck("message:send", { clientId: crypto.randomUUID(), text });
      await answered;
      waits.push(performance.now() - began);
      await delay(SAYS_EVERY_MS * (0.5 + Math.random()));
    }
  }
  const talking = Promise.all(sockets.map(talk));
  return {
    /** What they waited since the last time they were asked. */
    waited(): number[] {
      const waited = waits;
      waits = [];
      return waited;
    },
    async end(): Promise<void> {
      over.abort();
      await talking;
      for (const socket of sockets) socket.disconnect();
    },
  };
}

function sendAllAtOnce(task: ParentsTask): Promise<ParentsReply> {
  const child = fork(fileURLToPath(new URL("load/parents.ts", import.meta.url)), {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  endWithTests(child);
  return resultOf<ParentsReply>(child, task);
}

/** Whether its entry and all its pictures are read with the token that its parent was told. */
async function isThere(server: ServerProcess, { id, token, number, pictures }: Sent): Promise<boolean> {
  const headers = { Authorization: `Bearer ${token}` };
  const own = await fetch(`${server.url}/api/v1/entries/${id}`, { headers });
  if (!own.ok || ((await own.json()) as { entry: { number: number } }).entry.number !== number) return false;
  for (const path of pictures) {
    const picture = await fetch(server.url + path, { headers });
    if (!picture.ok || (await picture.bytes()).length < 500) return false;
  }
  return pictures.length === 3;
}

/** What the database and the disk hold that nobody was told of: rows, files without a row, uploads left lying. */
async function leftOver({ folder }: ServerProcess, acknowledged: number): Promise<number> {
  const database = inspectSqlite(join(folder, "veche.db"));
  try {
    const entries = await database.read.selectFrom("entry").select("id").execute();
    const files = await database.read.selectFrom("entry_file").select("key").execute();
    const blobs = filesUnder(join(folder, "blobs")).length;
    const waiting = filesUnder(join(folder, "quarantine")).length;
    return Math.abs(entries.length - acknowledged) + Math.abs(blobs - files.length) + waiting;
  } finally {
    await database.close();
  }
}

/** So many works of ten megabytes at the same moment, while residents write. */
export async function benchUploads(count = UPLOADS): Promise<UploadsBench> {
  const photograph = await aHeavyPhotograph();
  const server = await aContestServer();
  try {
    const residents = await chatting(server.url);
    await delay(WARMING_MS);
    residents.waited();
    await delay(QUIET_MS);
    const quiet = residents.waited();
    const began = performance.now();
    const { sent, unclear, broken, forms } = await sendAllAtOnce({
      url: entriesOf(server),
      count,
      photograph: photograph.toString("base64"),
    });
    const seconds = (performance.now() - began) / 1000;
    const busy = residents.waited();
    await residents.end();
    let there = 0;
    for (const one of sent) if (await isThere(server, one)) there += 1;
    for (const what of new Set(unclear)) console.log(what);
    const left = await leftOver(server, sent.length);
    if (left > 0) console.log(`${left} rows or files that belong to nobody`);
    return {
      uploads: count,
      megabytesEach: Number((photograph.length / 1024 / 1024).toFixed(1)),
      seconds: Math.round(seconds),
      there,
      lost: count - there + left,
      toldToComeBack: sent.filter(({ told }) => told > 0).length,
      mostTimesTold: Math.max(...sent.map(({ told }) => told)),
      longestToldSeconds: Math.max(...sent.map((it) => it.longestTold)),
      unclear: unclear.length,
      broken,
      formsForOne: Number((forms / count).toFixed(1)),
      chatQuietP99: Math.round(percentile(quiet, 0.99)),
      chatP50: Math.round(percentile(busy, 0.5)),
      chatP99: Math.round(percentile(busy, 0.99)),
      chatMost: Math.round(percentile(busy, 1)),
      goalP99: GOAL_MS,
    };
  } finally {
    await server.remove();
  }
}

if (import.meta.main) {
  const found = await benchUploads(Number(process.argv[2] ?? UPLOADS));
  console.table(Object.entries(found).map(([measured, value]) => ({ measured, value })));
  if (found.lost > 0 || found.unclear > 0) process.exitCode = 1;
}
