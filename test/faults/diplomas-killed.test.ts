import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import SQLite from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer, aForm, call, CONTEST, entriesOf, hire } from "./contest-server.ts";
import { signIn } from "./shift/staffed-server.ts";

const DIPLOMAS = 60;
/** Killed when so many of them are made. */
const KILLED_AT = [8, 30];
const ADMIN = "admin@town.example";
const SLUG = CONTEST.open;

let server: ServerProcess;
beforeAll(async () => {
  server = await aContestServer();
  await hire(server, ADMIN, "admin", "correct horse battery");
  const sent = await call(entriesOf(server), "ru", { method: "POST", body: aForm() });
  expect(sent.status).toBe(201);
  await server.stop();
  announceAwards();
  await server.start();
});
afterAll(() => server.remove());

/** As many awarded works as there are diplomas, announced: the one that was sent, and others like it. */
function announceAwards(): void {
  const database = new SQLite(join(server.folder, "veche.db"));
  const [like] = database.prepare("select * from entry").all() as Record<string, unknown>[];
  if (!like) throw new Error("the entry is not there");
  const columns = Object.keys(like);
  const addEntry = database.prepare(
    `insert into entry (${columns.join(",")}) values (${columns.map((it) => `@${it}`).join(",")})`,
  );
  const addResult = database.prepare(
    "insert into result (campaign, entry_id, place, title, position) values (?, ?, 1, '1 место', ?)",
  );
  const now = new Date(Date.now() - 60_000).toISOString();
  database.transaction(() => {
    database.prepare("update entry set state = 'approved'").run();
    for (let number = 1; number <= DIPLOMAS; number += 1) {
      const id = number === 1 ? String(like["id"]) : `entry-${number}`;
      if (number > 1)
        addEntry.run({
          ...like,
          id,
          number,
          state: "approved",
          token_hash: id,
          author_key: id,
          idempotency_key: null,
        });
      addResult.run(SLUG, id, number);
    }
    database
      .prepare("insert into announcement (campaign, at, published_at, by) values (?, ?, ?, 'admin')")
      .run(SLUG, now, now);
  })();
  database.close();
}

function stored() {
  const database = new SQLite(join(server.folder, "veche.db"), { readonly: true });
  try {
    const certificates = database.prepare("select number, entry_id, file from certificate").all();
    const files = database.prepare("select key, entry_id from entry_file where role = 'certificate'").all();
    return {
      certificates: certificates as { number: string; entry_id: string; file: string | null }[],
      files: files as { key: string; entry_id: string }[],
    };
  } finally {
    database.close();
  }
}

/** So long what a killed process had taken up is left to it. */
function aMinutePasses(): void {
  const database = new SQLite(join(server.folder, "veche.db"));
  database.prepare("update job set run_at = ? where done_at is null").run(new Date().toISOString());
  database.close();
}

const made = () => stored().certificates.filter(({ file }) => file !== null).length;
async function untilMade(least: number): Promise<void> {
  while (made() < least) await delay(20);
}

test("diplomas that were being made when the server was killed are all made once after it starts again", async () => {
  const cookie = await signIn(server.url, ADMIN);
  const issued = await call(`${server.url}/api/v1/staff/campaigns/${SLUG}/certificates`, "ru", {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: server.url, Cookie: cookie },
    body: JSON.stringify({ kinds: ["diploma"] }),
  });
  expect(issued.body).toMatchObject({ total: DIPLOMAS });

  const atKill: number[] = [];
  for (const least of KILLED_AT) {
    await untilMade(least);
    await server.kill();
    atKill.push(made());
    aMinutePasses();
    await server.start();
  }
  await untilMade(DIPLOMAS);

  const { certificates, files } = stored();
  const onDisk = readdirSync(join(server.folder, "blobs", "documents"));
  console.log(JSON.stringify({ diplomas: certificates.length, atKill, onDisk: onDisk.length }));
  // Killed while some were made and others not: else nothing would have been tried.
  expect(Math.max(...atKill)).toBeLessThan(DIPLOMAS);
  expect(new Set(certificates.map((it) => it.entry_id)).size).toBe(DIPLOMAS);
  expect(files.map(({ key }) => key).toSorted()).toEqual(certificates.map(({ file }) => file).toSorted());
  for (const { key } of files) {
    const pdf = readFileSync(join(server.folder, "blobs", key));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.subarray(-8).toString()).toContain("%%EOF");
  }
  // What a kill left without an owner is swept once it is old.
  expect(onDisk.length - files.length).toBeLessThanOrEqual(KILLED_AT.length);
});
