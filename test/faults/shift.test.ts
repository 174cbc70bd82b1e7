import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSqlite } from "../../packages/server/src/storage/index.ts";
import { RestlessOperator, WaitingResident } from "./shift/people.ts";
import { replay } from "./shift/replay.ts";
import { aStaffedServer, type StaffedServer } from "./shift/staffed-server.ts";

// The whole simulation: VECHE_SHIFT=whole vitest run --project faults test/faults/shift.test.ts
const WHOLE = process.env["VECHE_SHIFT"] === "whole";
const { operators, residents, seconds, kills } = WHOLE
  ? { operators: 50, residents: 500, seconds: 60, kills: 5 }
  : { operators: 8, residents: 60, seconds: 8, kills: 2 };
const MOST_OPEN = 4;
const ABSENT_SECONDS = 5;

/** The same numbers in every run, so that what was found can be looked for again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let staffed: StaffedServer;
beforeAll(async () => {
  staffed = await aStaffedServer(operators, MOST_OPEN, ABSENT_SECONDS);
}, 240_000);
afterAll(() => staffed.process.remove());

test("a wild shift: nobody's conversation has two owners, none is lost, no limit is passed, the order is the rule's", async () => {
  const { process: server, members } = staffed;
  const waiting = Array.from({ length: residents }, () => new WaitingResident(server.url));
  const staff = members.map(
    (member, place) => new RestlessOperator(server.url, member, randomFrom(place + 1)),
  );
  const asking = Promise.all(waiting.map((resident) => resident.wait()));
  const began = Date.now();
  const over = () => Date.now() - began > seconds * 1000;
  const working = Promise.all(staff.map((operator) => operator.workUntil(over)));
  for (let kill = 1; kill <= kills; kill++) {
    await pause((seconds * 1000) / (kills + 1));
    await server.kill();
    await server.start();
  }
  await working;
  await asking;
  // What gone operators had comes back after their absence; then everybody is served to the end.
  await pause((ABSENT_SECONDS + 2) * 1000);
  await Promise.all(staff.map((operator) => operator.workOff()));

  const database = await openSqlite(join(server.folder, "veche.db"));
  const moves = await database.read.selectFrom("conversation_move").selectAll().orderBy("id").execute();
  const rows = await database.read
    .selectFrom("conversation")
    .select(["id", "state", "operator_id"])
    .execute();
  await database.close();
  for (const person of [...waiting, ...staff]) person.leave();

  const departments = new Map(members.map((member) => [member.id, member.departments]));
  const { found, conversations } = replay(moves, MOST_OPEN, (id) => departments.get(id) ?? []);
  const stateOf = new Map(rows.map(({ id, state }) => [id, state]));
  const lost = waiting.filter(({ id, queued }) => queued && stateOf.get(id) !== "closed").length;
  const differs = rows.filter(({ id, state }) => conversations.get(id)?.state !== state).length;
  const claims = new Set(
    moves.filter(({ move }) => move === "claim").map((it) => `${it.by} ${it.conversation_id}`),
  );
  const forgotten = staff
    .flatMap(({ member, acknowledged }) => acknowledged.map((id) => `${member.id} ${id}`))
    .filter((claim) => !claims.has(claim)).length;
  const claimed = staff.reduce((sum, { acts }) => sum + acts.claimed, 0);
  const refused = staff.reduce((sum, { acts }) => sum + acts.lost, 0);
  console.log(
    JSON.stringify({
      operators,
      residents,
      seconds,
      kills,
      claimed,
      refused,
      ...found,
      lost,
      differs,
      forgotten,
    }),
  );
  expect(found.moves).toBeGreaterThan(residents * 2);
  expect({ ...found, moves: 0, lost, differs, forgotten }).toEqual({
    moves: 0,
    twoOwners: 0,
    overLimit: 0,
    outOfOrder: 0,
    impossible: 0,
    lost: 0,
    differs: 0,
    forgotten: 0,
  });
}, 240_000);
