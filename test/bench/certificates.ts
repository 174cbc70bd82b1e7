import { setTimeout as delay } from "node:timers/promises";
import { aContest } from "../../packages/server/src/rooms/campaigns/testing/index.ts";

const DIPLOMAS = 1_000;
/** As the console does. */
const LOOK_EVERY_MS = 1_500;

export interface CertificatesBench {
  readonly diplomas: number;
  readonly seconds: number;
  readonly goalSeconds: number;
  /** How often progress was seen to grow. */
  readonly steps: number;
  readonly printFileSeconds: number;
  readonly printFileMb: number;
}

/** Diplomas for every awarded work, a PDF each, as the outbox makes them; then all of them as one print file. */
export async function benchCertificates(): Promise<readonly CertificatesBench[]> {
  const contest = await aContest();
  try {
    const { database, operations } = contest;
    const admin = contest.staff("admin");
    const first = await contest.send();
    await contest.decide("approve", [first]);
    const like = await database.read.selectFrom("entry").selectAll().executeTakeFirstOrThrow();
    const entries = Array.from({ length: DIPLOMAS - 1 }, (_, index) => ({
      ...like,
      id: `entry-${index}`,
      number: index + 2,
      token_hash: `hash-${index}`,
      idempotency_key: null,
      author_key: `author-${index}`,
    }));
    for (const entry of entries) await database.write((db) => db.insertInto("entry").values(entry).execute());
    contest.setClock("2026-12-25T10:00:00Z");
    const results = [like, ...entries].map(({ id }) => ({ entryId: id, place: 1, title: "1 место" }));
    await operations.seal({ slug: "les", results }, admin);
    await database.write((db) =>
      db
        .insertInto("announcement")
        .values({ campaign: "les", at: contest.clock().toISOString(), published_at: null, by: "admin" })
        .execute(),
    );

    const startedAt = performance.now();
    await operations.issueCertificates({ slug: "les", kinds: ["diploma"] }, admin);
    let made = 0;
    let steps = 0;
    const making = contest.jobs.runDue();
    while (made < DIPLOMAS) {
      await delay(LOOK_EVERY_MS);
      const progress = await operations.certificates({ slug: "les" }, admin);
      if (progress.made > made) steps += 1;
      made = progress.made;
    }
    await making;
    const seconds = (performance.now() - startedAt) / 1000;

    const printedAt = performance.now();
    const { body } = await operations.certificatesPrint({ slug: "les", kind: "diploma" }, admin);
    return [
      {
        diplomas: made,
        seconds: Number(seconds.toFixed(1)),
        goalSeconds: 60,
        steps,
        printFileSeconds: Number(((performance.now() - printedAt) / 1000).toFixed(1)),
        printFileMb: Number((Buffer.from(body as Uint8Array).length / 1024 / 1024).toFixed(1)),
      },
    ];
  } finally {
    await contest.end();
  }
}

if (import.meta.main) console.table(await benchCertificates());
