import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aContest, type Contest, plain } from "../campaigns/testing/index.ts";
import { announcementsOf } from "./announcements.fixture.ts";

const MINUTE = "2027-01-20T07:00:00.000Z";
const SECRET = "a secret of the relay";
const channel = "relay.town.example";

let contest: Contest;
let status = 204;
let heard: { body: string; time: string; signature: string }[];
const receiver = createServer((request, response) => {
  void text(request).then((body) => {
    const header = (name: string) => String(request.headers[name]);
    heard.push({ body, time: header("veche-time"), signature: header("veche-signature") });
    response.writeHead(status).end();
  });
});
let room: ReturnType<typeof announcementsOf>;

beforeEach(async () => {
  status = 204;
  heard = [];
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const { port } = receiver.address() as AddressInfo;
  contest = await aContest();
  const fox = await contest.send();
  await contest.decide("approve", [fox]);
  contest.setClock("2026-12-25T10:00:00Z");
  const results = [{ entryId: fox.entry.id, place: 1, title: "Победитель" }];
  await contest.operations.seal({ slug: "les", results }, admin());
  room = announcementsOf(contest, [{ name: channel, url: `http://127.0.0.1:${port}/post`, secret: SECRET }]);
  contest.jobs.handle({ ...room.jobs, ...room.postJobs });
  await plain(room.operations).announce({ slug: "les", at: MINUTE }, admin());
});
afterEach(async () => {
  await contest.end();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const admin = () => contest.staff("admin");
const told = async () => plain(room.operations).post({ slug: "les" }, admin());

test("a signed post goes at the minute and not before, is shown first, and names no child", async () => {
  const { post, channels } = await told();
  expect(channels).toEqual([{ name: channel }]);
  await contest.jobs.runDue();
  const early = plain(room.operations).postAgain({ slug: "les", channel }, admin());
  await expect(early).rejects.toMatchObject({ code: "conflict" });
  expect(heard).toEqual([]);

  contest.setClock(MINUTE);
  await contest.jobs.runDue();
  const [{ body, time, signature } = { body: "", time: "", signature: "" }] = heard;
  expect(JSON.parse(body)).toEqual({ kind: "results.announced", id: `les.${MINUTE}`, at: MINUTE, ...post });
  expect(signature).toBe(`sha256=${createHmac("sha256", SECRET).update(`${time}.${body}`).digest("hex")}`);
  for (const word of ["Варя", "Кузнец", "Лиса", "anna@"]) expect(body).not.toContain(word);
  expect((await told()).channels).toEqual([{ name: channel, sentAt: MINUTE }]);
});

test("a place that is away is told later, and staff see why and may send it again", async () => {
  status = 503;
  contest.setClock(MINUTE);
  await contest.jobs.runDue();
  expect((await told()).channels).toEqual([{ name: channel, failure: "the receiver answered 503" }]);
  status = 204;
  contest.setClock("2027-01-20T07:00:06.000Z");
  await contest.jobs.runDue();
  expect((await told()).channels[0]).toMatchObject({ sentAt: "2027-01-20T07:00:06.000Z" });
  await plain(room.operations).postAgain({ slug: "les", channel }, admin());
  await contest.jobs.runDue();
  expect(new Set(heard.map(({ body }) => JSON.parse(body).id)).size).toBe(1);
  expect(heard).toHaveLength(3);
});
