import { createHash } from "node:crypto";
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { OwnEntry } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inspectSqlite } from "../../packages/server/src/storage/sqlite/inspect.ts";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aDrawing, aForm, call, entriesOf } from "./contest-server.ts";
import { filesUnder } from "./traces.ts";

const PARENTS = 8;
const ENTRIES_EACH = 6;
const KILLS = 6;
/** What is younger than an hour may be another process's unfinished work. */
const GRACE_MS = 60 * 60_000;
const DRAWINGS = readdirSync(new URL("../../demo/drawings", import.meta.url)).filter((name) =>
  name.endsWith(".jpg"),
);

let server: ServerProcess;
beforeAll(async () => {
  server = await aContestServer();
});
afterAll(() => server.remove());

interface Sent {
  readonly key: string;
  readonly drawing: Buffer;
  readonly answers: { readonly entry: OwnEntry; readonly token: string }[];
}
const cuts = { sending: 0, told: 0 };

/** Sends one entry, with its key, until it is acknowledged; then once more, as a phone that lost the answer would. */
async function sendStubbornly(key: string, drawing: Buffer, again: boolean): Promise<Sent> {
  const author = {
    authorLastName: `Упорная ${[...key].filter((it) => /[a-z]/.test(it)).join("")}`,
    guardianContact: `${key}@town.example`,
  };
  const answers: Sent["answers"] = [];
  while (answers.length < (again ? 2 : 1)) {
    const body = aForm(author, drawing);
    try {
      const answer = await call(entriesOf(server), "ru", {
        method: "POST",
        body,
        headers: { "Idempotency-Key": key },
      });
      if (answer.status === 201) answers.push(answer.body as unknown as Sent["answers"][number]);
      else if (answer.status === 503) cuts.told++;
      else throw new Error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith("refused")) throw error;
      cuts.sending++;
      await delay(50);
    }
  }
  return { key, drawing, answers };
}

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function stored() {
  const database = inspectSqlite(join(server.folder, "veche.db"));
  try {
    return {
      entries: await database.read.selectFrom("entry").selectAll().orderBy("number").execute(),
      files: await database.read.selectFrom("entry_file").selectAll().execute(),
    };
  } finally {
    await database.close();
  }
}

const blobs = () =>
  filesUnder(join(server.folder, "blobs")).map((path) => path.slice(join(server.folder, "blobs").length + 1));
const quarantined = () => filesUnder(join(server.folder, "quarantine"));

test("no acknowledged entry is lost, doubled or without its pictures while the server is killed among uploads", async () => {
  let acknowledged = 0;
  let kills = 0;
  const sending = Promise.all(
    Array.from({ length: PARENTS }, async (_, parent) => {
      const sent: Sent[] = [];
      for (let i = 0; i < ENTRIES_EACH; i++) {
        const name = DRAWINGS[(parent * ENTRIES_EACH + i) % DRAWINGS.length];
        sent.push(await sendStubbornly(crypto.randomUUID(), aDrawing(name), i % 3 === 0));
        acknowledged++;
      }
      return sent;
    }),
  );
  const total = PARENTS * ENTRIES_EACH;
  const left = { blobs: 0, quarantine: 0 };
  while (kills < KILLS) {
    // Each kill falls after its share of the entries, at a moment of its own within an upload's time.
    while (acknowledged < Math.floor((kills * total) / (KILLS + 1))) await delay(1);
    await delay(Math.random() * 600);
    await server.kill();
    kills++;
    const { files } = await stored();
    left.blobs = blobs().length - files.length;
    left.quarantine = quarantined().length;
    await server.start();
  }
  const sent = (await sending).flat();

  const found = {
    lost: 0,
    doubled: 0,
    changed: 0,
    unreadable: 0,
    withoutFiles: 0,
    wrongOriginal: 0,
    numbers: 0,
  };
  const { entries, files } = await stored();
  for (const { drawing, answers } of sent) {
    const [first, second] = answers;
    if (!first) throw new Error("an entry was never acknowledged");
    if (second && (second.entry.id !== first.entry.id || second.token !== first.token)) found.changed++;
    const row = entries.find(({ id }) => id === first.entry.id);
    if (!row) found.lost++;
    const headers = { Authorization: `Bearer ${first.token}` };
    const own = await call(`${server.url}/api/v1/entries/${first.entry.id}`, "ru", { headers });
    if (own.status !== 200 || (own.body.entry as OwnEntry).number !== first.entry.number) found.unreadable++;
    for (const { url, type } of first.entry.image?.variants ?? []) {
      // The address names the host that residents use; the path is what counts here.
      const picture = await fetch(server.url + new URL(url).pathname, { headers });
      const bytes = new Uint8Array(await picture.arrayBuffer());
      if (picture.status !== 200 || picture.headers.get("content-type") !== type || bytes.length < 100)
        found.withoutFiles++;
    }
    const owned = files.filter((it) => it.entry_id === first.entry.id);
    const original = owned.find(({ role }) => role === "original");
    if (owned.length !== 1 + (first.entry.image?.variants.length ?? 99)) found.withoutFiles++;
    if (!original || digest(readFileSync(join(server.folder, "blobs", original.key))) !== digest(drawing))
      found.wrongOriginal++;
  }
  found.doubled = entries.length - new Set(entries.map((it) => it.idempotency_key)).size;
  found.numbers = entries.filter((it, place) => it.number !== place + 1).length;
  const onDisk = new Set(blobs());
  const missing = files.filter(({ key }) => !onDisk.has(key));

  console.log(
    JSON.stringify({
      sent: sent.length,
      acknowledged,
      kills,
      cuts,
      atLastKill: left,
      ...found,
      missing: missing.length,
    }),
  );
  expect({ acknowledged, kills, stored: entries.length }).toEqual({
    acknowledged: total,
    kills: KILLS,
    stored: total,
  });
  expect(cuts.sending).toBeGreaterThanOrEqual(KILLS);
  expect(found).toEqual({
    lost: 0,
    doubled: 0,
    changed: 0,
    unreadable: 0,
    withoutFiles: 0,
    wrongOriginal: 0,
    numbers: 0,
  });
  expect(missing).toEqual([]);
});

test("what a killed server left is swept once it is old, and nothing that an entry has", async () => {
  await server.kill();
  const { files } = await stored();
  writeFileSync(join(server.folder, "blobs/originals/left-by-a-killed-server.jpg"), "left");
  writeFileSync(join(server.folder, "quarantine/left-by-a-killed-server"), "left");
  const before = { blobs: blobs().length, quarantine: quarantined().length };
  const old = new Date(Date.now() - 2 * GRACE_MS);
  for (const path of [...filesUnder(join(server.folder, "blobs")), ...quarantined()])
    utimesSync(path, old, old);
  await server.start();
  const after = { blobs: blobs().length, quarantine: quarantined().length };
  console.log(JSON.stringify({ owned: files.length, before, after }));
  expect(before.blobs).toBeGreaterThan(files.length);
  expect(blobs()).toEqual(files.map(({ key }) => key).toSorted());
  expect(after.quarantine).toBe(0);
  expect(files.length).toBeGreaterThan(PARENTS * ENTRIES_EACH);
});
