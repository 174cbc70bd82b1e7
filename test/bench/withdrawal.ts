import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { OwnEntry } from "@veche/protocol";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { aContestServer, aDrawing, aForm, call, CONTEST, entriesOf, hire } from "../faults/contest-server.ts";
import { PASSWORD, signIn } from "../faults/shift/staffed-server.ts";
import type { ServerProcess } from "../server-process.ts";

const ADMIN = "admin@town.example";
/** Names and title that nobody else in the demo has. */
const CHILD = { authorFirstName: "Василиса", title: "Ёжик у подъезда" };
const WORDS = /Василис|Ёжик у подъезда/;
const GOAL_SECONDS = 60;
const GIVEN_UP_SECONDS = 90;
const LOOK_EVERY_MS = 25;
const HOUR_MS = 3_600_000;

export interface WithdrawalBench {
  readonly place: string;
  readonly told: "before" | "never";
  /** From the parent's act until the place tells nothing any more, milliseconds. */
  readonly goneAfterMs: number | "still there";
  /** A browser or a cache on the way may show it so much longer without asking, seconds. */
  readonly cachedSeconds: number;
  readonly mostSeconds: number;
  readonly goalSeconds: number;
}

interface Sent {
  readonly entry: OwnEntry;
  readonly token: string;
}

interface Place {
  readonly path: string;
  /** Told by the picture alone: it is gone once it is another one, or none. */
  readonly isPicture?: boolean;
}

/** Works that were admitted, judged and announced, with their diplomas: everything that the public can see of a child. */
async function announced(server: ServerProcess) {
  await hire(server, ADMIN, "admin", PASSWORD);
  const headers = { Cookie: await signIn(server.url, ADMIN), Origin: server.url };
  const ask = async (method: string, path: string, body: object) => {
    const answer = await call(`${server.url}/api/v1/staff/${path}`, "ru", {
      method,
      headers: { ...headers, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const send = async (fields: object, drawing: string): Promise<Sent> => {
    const body = aForm({ ...fields }, aDrawing(drawing));
    const answer = await call(entriesOf(server), "ru", { method: "POST", body });
    if (answer.status !== 201) throw new Error(`not taken: ${JSON.stringify(answer.body)}`);
    return answer.body as unknown as Sent;
  };
  const child = await send(CHILD, "kd_9b91dc39.jpg");
  const other = await send({ title: "Лес" }, "kd_2fa1f66c.jpg");
  const ids = [child.entry.id, other.entry.id];
  await ask("POST", "entries/decisions", { ids, decision: "approve" });
  await closeEntries(server);
  const slug = `campaigns/${CONTEST.open}`;
  const results = ids.map((entryId, place) => ({ entryId, place: place + 1, title: `Место ${place + 1}` }));
  await ask("PUT", `${slug}/results`, { results });
  await ask("POST", `${slug}/announcement`, { at: new Date(Date.now() + 1_500).toISOString() });
  await delay(2_500);
  await ask("POST", `${slug}/certificates`, { kinds: ["diploma"] });
  for (;;) {
    const listed = await call(`${server.url}/api/v1/staff/${slug}/certificates`, "ru", { headers });
    const { items, made } = listed.body as unknown as {
      items: { entryId: string; number: string }[];
      made: number;
    };
    const number = items.find(({ entryId }) => entryId === child.entry.id)?.number;
    if (number !== undefined && made === ids.length) return { child, number };
    await delay(100);
  }
}

/** As if the last day had come: entries are judged from now on. */
async function closeEntries(server: ServerProcess): Promise<void> {
  await server.kill();
  const database = await openSqlite(join(server.folder, "veche.db"));
  const row = await database.read
    .selectFrom("campaign")
    .selectAll()
    .where("slug", "=", CONTEST.open)
    .executeTakeFirstOrThrow();
  const data = JSON.parse(row.data) as { dates: Record<string, string> };
  data.dates["closesAt"] = new Date(Date.now() - HOUR_MS).toISOString();
  await database.write((db) =>
    db
      .updateTable("campaign")
      .set({ data: JSON.stringify(data) })
      .where("slug", "=", CONTEST.open)
      .execute(),
  );
  await database.close();
  await server.start();
}

/** Every address at which the public may meet a work or its child, by what is found there. */
function placesOf({ entry }: Sent, number: string): Readonly<Record<string, Place>> {
  const [slug, api] = [`/campaigns/${CONTEST.open}`, `/api/v1/campaigns/${CONTEST.open}`];
  const pictures = entry.image?.variants.map(({ url, width }) => [
    `picture, ${width} px`,
    { path: new URL(url).pathname, isPicture: true },
  ]);
  return {
    "gallery, its element": { path: `${api}/entries?limit=48` },
    "gallery of a nomination": { path: `${api}/entries?nomination=${entry.nomination}` },
    "work, its element": { path: `${api}/entries/${entry.number}` },
    "the work's page": { path: `${slug}/works/${entry.number}` },
    "the campaign": { path: api },
    "the campaign's page": { path: slug },
    "the contests' page": { path: "/campaigns" },
    "first page": { path: "/" },
    "winners, their element": { path: `${api}/winners` },
    "press release": { path: `${api}/press-release` },
    "press release's page": { path: `${slug}/press` },
    "feed, Atom": { path: "/feeds/announcements.atom" },
    "feed, JSON": { path: "/feeds/announcements.json" },
    "card of a link": { path: `${slug}/card.png`, isPicture: true },
    certificate: { path: `/api/v1/certificates/${number}`, isPicture: true },
    "certificate's page": { path: `/certificates/${number}`, isPicture: true },
    search: { path: `/answers?q=${encodeURIComponent(CHILD.title)}` },
    "search engines' map": { path: "/sitemap.xml" },
    ...Object.fromEntries(pictures ?? []),
  };
}

async function lookAt(server: ServerProcess, { path }: Place) {
  const response = await fetch(server.url + path, { headers: { "Accept-Language": "ru" } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const cached = /max-age=(\d+)/.exec(response.headers.get("cache-control") ?? "")?.[1];
  return { status: response.status, bytes, cachedSeconds: Number(cached ?? 0) };
}

/** How soon a withdrawn child is gone from every place that the public can look at. */
export async function benchWithdrawal(): Promise<readonly WithdrawalBench[]> {
  const server = await aContestServer();
  try {
    const { child, number } = await announced(server);
    const places = Object.entries(placesOf(child, number));
    const before = new Map<string, Awaited<ReturnType<typeof lookAt>>>();
    for (const [name, place] of places) before.set(name, await lookAt(server, place));
    const began = performance.now();
    const withdrawn = await call(`${server.url}/api/v1/entries/${child.entry.id}`, "ru", {
      method: "DELETE",
      headers: { Authorization: `Bearer ${child.token}` },
    });
    if (withdrawn.status >= 300) throw new Error(`not withdrawn: ${withdrawn.status}`);
    return await Promise.all(
      places.map(async ([place, where]): Promise<WithdrawalBench> => {
        const first = before.get(place)!;
        const isGone = ({ status, bytes }: typeof first) =>
          where.isPicture
            ? status === 404 || !bytes.equals(first.bytes)
            : !WORDS.test(bytes.toString()) && !bytes.includes(pictureStem(child));
        const told = where.isPicture ? first.status === 200 : !isGone(first);
        let now = await lookAt(server, where);
        while (!isGone(now) && performance.now() - began < GIVEN_UP_SECONDS * 1000) {
          await delay(LOOK_EVERY_MS);
          now = await lookAt(server, where);
        }
        const ms = performance.now() - began;
        const cachedSeconds = told ? first.cachedSeconds : 0;
        return {
          place,
          told: told ? "before" : "never",
          goneAfterMs: isGone(now) ? Math.round(ms) : "still there",
          cachedSeconds,
          mostSeconds: Number((ms / 1000 + cachedSeconds).toFixed(1)),
          goalSeconds: GOAL_SECONDS,
        };
      }),
    );
  } finally {
    await server.remove();
  }
}

/** Of its pictures' addresses, what all sizes have in common. */
function pictureStem({ entry }: Sent): string {
  const [first] = entry.image?.variants ?? [];
  if (!first) throw new Error("a drawing without a picture");
  return new URL(first.url).pathname.replace(/^.*\/|-\d+\.webp$/g, "");
}

if (import.meta.main) {
  const rows = await benchWithdrawal();
  console.table(rows);
  if (
    rows.some(({ goneAfterMs, mostSeconds }) => goneAfterMs === "still there" || mostSeconds > GOAL_SECONDS)
  )
    process.exitCode = 1;
}
