import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMail, type Mail } from "../../../mail/index.ts";
import { aPostOffice } from "../../../mail/post-office.fixture.ts";
import { aContest, type Contest } from "../testing/index.ts";

let post: Awaited<ReturnType<typeof aPostOffice>>;
let mail: Mail;
let contest: Contest;
beforeEach(async () => {
  post = await aPostOffice();
  mail = createMail({ url: post.url, from: "Город <contests@town.example>" });
  contest = await aContest({}, () => randomUUID(), mail);
});
afterEach(async () => {
  mail.close();
  await contest.end();
  await post.close();
});

test("a parent gets the number and a link that opens the entry; nobody's name is in the letter", async () => {
  const sent = await contest.send({}, { key: "once" });
  await contest.jobs.runDue();
  expect(post.letters).toHaveLength(1);
  const [{ to, text } = { to: "", text: "" }] = post.letters;
  expect(to).toBe("anna@pochta.example");
  expect(text).toContain("Работа № 1 получена");
  expect(text).toContain(`https://town.example/contests/les#veche-entry=${sent.entry.id}.${sent.token}`);
  for (const name of ["Варя", "Кузнецова"]) expect(text).not.toContain(name);
});

test("a refusal comes in kind words with its reason, and who withdrew or left a phone gets no letter", async () => {
  const fox = await contest.send();
  const phone = await contest.send({ authorFirstName: "Ева", guardianContact: "+7 912 345-67-89" });
  const gone = await contest.sendFrom("Тимур");
  await contest.operations.withdraw({ id: gone.entry.id }, contest.holder(gone));
  await contest.decide("reject", [fox, phone], "На снимке видно лицо.");
  await contest.jobs.runDue();
  expect(post.letters.map(({ to }) => to)).toEqual(["anna@pochta.example", "anna@pochta.example"]);
  expect(post.letters[1]?.text).toContain("К сожалению");
  expect(post.letters[1]?.text).toContain("На снимке видно лицо.");
});

test("letters wait for a mail server that is away, and nothing is sent twice", async () => {
  await post.close();
  await contest.send();
  await contest.jobs.runDue();
  expect(contest.troubles).toEqual(["a job failed and is tried again later"]);
  const jobs = await contest.database.read.selectFrom("job").selectAll().execute();
  expect(jobs.filter(({ kind }) => kind === "campaigns.letter")).toMatchObject([{ done_at: null }]);
  expect(JSON.stringify(jobs)).not.toContain("anna@");
});
