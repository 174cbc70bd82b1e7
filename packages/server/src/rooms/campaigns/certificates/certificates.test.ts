import { buffer } from "node:stream/consumers";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { QuarantinedFile, RawReply } from "@veche/protocol";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createAnnouncements } from "../../announcements/index.ts";
import { aContest, type Contest, plain, type SentEntry } from "../testing/index.ts";

const ALL = ["diploma", "thanks", "participant"] as const;

let contest: Contest;
let fox: SentEntry;
let bear: SentEntry;

beforeEach(async () => {
  contest = await aContest();
  fox = await contest.send({ teacher: "Петрова Анна Ивановна" });
  await contest.decide("approve", [fox]);
  const eva = { author_first_name: "Ева", title: "Медведь #set & *мёд*", teacher: "петрова анна ивановна" };
  bear = await contest.twin(fox, { ...eva, number: 2 });
  contest.setClock("2026-12-25T10:00:00Z");
  await contest.operations.seal(
    { slug: "les", results: [{ entryId: fox.entry.id, place: 1, title: "1 место" }] },
    contest.staff("admin"),
  );
});
afterEach(() => contest.end());

async function announce() {
  const { operations } = createAnnouncements({
    database: contest.database,
    campaigns: contest.campaigns.announced,
    clock: contest.clock,
    newId: () => crypto.randomUUID(),
    jobs: contest.jobs,
    publicUrl: () => "https://chat.town.example",
    pageUrl: (slug) => slug,
    documents: contest.documents,
    cityName: () => "Новореченск",
    timeZone: "Asia/Yekaterinburg",
  });
  await plain(operations).announce({ slug: "les" }, contest.staff("admin"));
}
const admin = () => contest.staff("admin");
const issue = () => contest.operations.issueCertificates({ slug: "les", kinds: [...ALL] }, admin());
const list = () => contest.operations.certificates({ slug: "les" }, admin());
const confirm = (number: string) => contest.operations.certificate({ number }, contest.resident);
async function bytesOf({ body }: RawReply): Promise<Buffer> {
  if (typeof body === "object" && "stream" in body) return buffer(body.stream);
  if (body instanceof Uint8Array) return Buffer.from(body);
  throw new Error("neither bytes nor a stream of them");
}

test("before the announcement no paper is numbered, since a number would tell", async () => {
  await expect(issue()).rejects.toMatchObject({ details: { reason: "campaigns.not_announced" } });
  expect((await list()).items).toEqual([]);
});

test("a diploma for the winner, a certificate for the other child, one letter for their teacher", async () => {
  await announce();
  expect(await issue()).toEqual({ total: 3, made: 0, unsure: 0 });
  await contest.jobs.runDue();
  const { items, made } = await list();
  expect(made).toBe(3);
  expect(items.map(({ kind, name, award }) => [kind, name, award]).toSorted()).toEqual([
    ["diploma", "Кузнецова Варя", "1 место"],
    ["participant", "Кузнецовой Еве", undefined],
    ["thanks", "Петровой Анне Ивановне", undefined],
  ]);
  expect(contest.files().documents).toHaveLength(3);
});

test("asked for again, nobody gets a second number", async () => {
  await announce();
  await issue();
  const before = await list();
  await issue();
  expect((await list()).items).toEqual(before.items);
});

test("the ZIP and the print file hold the made ones", async () => {
  await announce();
  await issue();
  await contest.jobs.runDue();
  const zip = await contest.operations.certificatesArchive({ slug: "les", kind: "diploma" }, admin());
  const diploma = (await list()).items.find(({ kind }) => kind === "diploma");
  const bytes = await bytesOf(zip);
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes(`00001-${diploma?.number}.pdf`)).toBe(true);
  expect(zip.headers?.["Cache-Control"]).toBe("private, no-store");
  const print = await contest.operations.certificatesPrint({ slug: "les", kind: "participant" }, admin());
  expect((await bytesOf(print)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a name that staff corrected is what is printed, and can be taken back", async () => {
  await announce();
  await issue();
  await contest.jobs.runDue();
  const own = (await list()).items.find(({ kind }) => kind === "participant");
  const number = own?.number ?? "";
  const correct = (name?: string) => contest.operations.correctCertificate({ number, name }, admin());
  expect((await correct("Кузнецовой-Лис Еве")).certificate).toMatchObject({
    name: "Кузнецовой-Лис Еве",
    corrected: true,
    made: false,
  });
  await contest.jobs.runDue();
  expect((await list()).made).toBe(3);
  expect(contest.files().documents).toHaveLength(3);
  expect((await correct()).certificate).toMatchObject({ name: "Кузнецовой Еве", corrected: false });
});

test("whoever holds a paper can check its number and learns no name", async () => {
  await announce();
  await issue();
  const diploma = (await list()).items.find(({ kind }) => kind === "diploma");
  const { certificate } = await confirm(diploma?.number.toLowerCase() ?? "");
  expect(certificate).toEqual({
    number: diploma?.number,
    kind: "diploma",
    campaign: { slug: "les", title: { ru: "Конкурс «Защитим лес»", en: "Protect the Forest" } },
    nomination: { ru: "Береги лес" },
    ageGroup: { ru: "3–6 лет", en: "ages 3–6" },
    award: "1 место",
    year: 2026,
  });
  await expect(confirm("AAAA-AAAA")).rejects.toMatchObject({ code: "not_found" });
});

/** What somebody scanned: a blue stroke on greyish paper. */
async function scanned(): Promise<QuarantinedFile> {
  const stroke = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400"><rect width="900" height="400" fill="#e8e6e1"/><path d="M80 300C200 20 300 380 450 200S700 60 820 180" fill="none" stroke="#2b3f9e" stroke-width="14"/></svg>`;
  const path = join(contest.uploads, "scan.png");
  const { size: bytes } = await sharp(Buffer.from(stroke)).png().toFile(path);
  return { path, bytes, name: "scan.png" };
}
const put = async (mark: "signature" | "seal", upload: QuarantinedFile) =>
  contest.operations.putCertificateMark({ slug: "les", mark, upload }, admin());

test("a signature and a seal are printed on every paper, also on those that were made before", async () => {
  await announce();
  await issue();
  await contest.jobs.runDue();
  const before = contest.files().documents;
  expect((await put("signature", await scanned())).marks).toEqual(["signature"]);
  expect(await put("seal", await scanned())).toEqual({ marks: ["signature", "seal"] });
  expect(contest.files().uploads).toEqual([]);
  await contest.jobs.runDue();
  const { items, made, marks } = await list();
  expect([made, marks]).toEqual([3, ["signature", "seal"]]);
  const documents = contest.files().documents;
  expect(documents).toHaveLength(items.length + marks.length);
  expect(documents.filter((file) => before.includes(file))).toEqual([]);

  // The paper that it was scanned from is not there: only its ink.
  const picture = await contest.operations.certificateMark({ slug: "les", mark: "seal" }, admin());
  expect(picture.headers?.["Cache-Control"]).toBe("private, no-store");
  const { channels } = await sharp(await bytesOf(picture)).stats();
  expect(channels[3]?.min).toBe(0);
  expect(channels[3]?.max).toBe(255);

  expect(
    (await contest.operations.removeCertificateMark({ slug: "les", mark: "seal" }, admin())).marks,
  ).toEqual(["signature"]);
  await contest.campaigns.sweepOrphans();
  await contest.jobs.runDue();
  expect(contest.files().documents).toHaveLength(4);
});

test("what is no picture is no seal, and nothing of it is kept", async () => {
  const path = join(contest.uploads, "seal.png");
  writeFileSync(path, "<svg onload=alert(1)>");
  await expect(put("seal", { path, bytes: 21, name: "seal.png" })).rejects.toMatchObject({
    code: "unsupported_media",
  });
  expect(contest.files()).toMatchObject({ uploads: [], variants: [], documents: [] });
});

test("when a child is withdrawn, its papers are gone: the number, the lists, the files", async () => {
  await announce();
  await issue();
  await contest.jobs.runDue();
  const diploma = (await list()).items.find(({ kind }) => kind === "diploma");
  await contest.operations.withdraw({ id: fox.entry.id }, contest.holder(fox));
  await contest.jobs.runDue();

  await expect(confirm(diploma?.number ?? "")).rejects.toMatchObject({ code: "not_found" });
  expect((await list()).items.map(({ entryNumber }) => entryNumber)).toEqual([2]);
  expect(contest.files().documents).toHaveLength(1);
  const rows = await contest.database.read.selectFrom("certificate").select("entry_id").execute();
  expect(rows).toEqual([{ entry_id: bear.entry.id }]);
  await issue();
  expect((await list()).items.map(({ kind }) => kind).toSorted()).toEqual(["participant", "thanks"]);
});

test("what a stopped server left undone is made after its start, and nothing twice", async () => {
  await announce();
  await issue();
  const before = (await list()).items.map(({ number }) => number);
  await contest.database.write((db) =>
    db
      .updateTable("job")
      .set({ run_at: "2026-12-25T09:00:00Z", attempts: 1 })
      .where("done_at", "is", null)
      .execute(),
  );
  await contest.jobs.runDue();
  const { items, made } = await list();
  expect([made, items.map(({ number }) => number)]).toEqual([3, before]);
  expect(contest.files().documents).toHaveLength(3);
});

test("the protocol can be signed once results are sealed, before anybody else knows", async () => {
  const pdf = await contest.operations.resultProtocol({ slug: "les" }, admin());
  expect((await bytesOf(pdf)).includes("/StructTreeRoot")).toBe(true);
});

test("the protocol has the day on which the results were sealed, whenever it is printed", async () => {
  const printed = async () => bytesOf(await contest.operations.resultProtocol({ slug: "les" }, admin()));
  const first = await printed();
  contest.setClock("2027-11-02T10:00:00Z");
  expect((await printed()).equals(first)).toBe(true);
});
