import { join } from "node:path";
import { openSqlite } from "../../../packages/server/src/storage/index.ts";
import { commandLine } from "../contest-server.ts";
import { aServerProcess, type ServerProcess } from "../../server-process.ts";

export const PASSWORD = "correct horse battery";
export const DEPARTMENTS = ["water", "roads"] as const;
const HOTLINE = {
  name: "Служба города",
  name_en: "",
  phones: '["+7 (3999) 00-22-11"]',
  extension: "",
  email: "",
  address: "",
  hours: "24/7",
  topics: "[]",
  about: "",
};

export interface Member {
  readonly id: string;
  readonly cookie: string;
  /** None means all. */
  readonly departments: readonly string[];
}

export interface StaffedServer {
  readonly process: ServerProcess;
  readonly members: readonly Member[];
}

/** A third serves everything, a third one department, a third the other. */
const departmentsOf = (place: number): readonly string[] =>
  place % 3 === 0 ? [] : [DEPARTMENTS[place % 3 === 1 ? 0 : 1]];

/** A started server with so many operators, each with a limit, whose absence is noticed soon. */
export async function aStaffedServer(
  operators: number,
  mostOpen: number,
  absentSeconds: number,
): Promise<StaffedServer> {
  const process = await aServerProcess();
  const email = (place: number) => `operator-${place}@town.example`;
  const member = ["staff", "add", "--email", email(0), "--role", "operator", "--password-stdin"];
  await commandLine(process.folder, member, PASSWORD);
  const database = await openSqlite(join(process.folder, "veche.db"));
  const at = new Date().toISOString();
  const ids = await database.write(async (db) => {
    const user = await db.selectFrom("user").selectAll().executeTakeFirstOrThrow();
    const account = await db.selectFrom("account").selectAll().executeTakeFirstOrThrow();
    const all = Array.from({ length: operators }, (_, place) =>
      place === 0 ? user.id : `operator-${place}`,
    );
    for (const [position, slug] of DEPARTMENTS.entries())
      await db
        .insertInto("hotline")
        .values({ ...HOTLINE, slug, position })
        .execute();
    for (const [place, id] of all.entries()) {
      if (place > 0) {
        await db
          .insertInto("user")
          .values({ ...user, id, email: email(place), name: `Оператор ${place}` })
          .execute();
        await db
          .insertInto("account")
          .values({ ...account, id: `account-${place}`, userId: id, accountId: id })
          .execute();
      }
      await db
        .insertInto("operator")
        .values({
          staff_id: id,
          name: `Оператор ${place}`,
          departments: JSON.stringify(departmentsOf(place)),
          skills: "[]",
          most_open: mostOpen,
          supervises: 0,
          presence: "here",
          presence_at: at,
          seen_at: at,
        })
        .execute();
    }
    const value = JSON.stringify({ reopenHours: 24, absentSeconds });
    await db.insertInto("setting").values({ name: "conversations.policy", value }).execute();
    return all;
  });
  await database.close();
  await process.start();
  const members: Member[] = [];
  for (const [place, id] of ids.entries()) {
    members.push({ id, cookie: await signIn(process.url, email(place)), departments: departmentsOf(place) });
  }
  return { process, members };
}

/** @returns the session cookie */
export async function signIn(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/staff/session`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((it) => it.split(";")[0])
    .join("; ");
}
