import { randomUUID } from "node:crypto";
import {
  type AnyOperation,
  type HttpOperation,
  operations,
  ownersOnly,
  ROLES,
  type Role,
  type SocketOperation,
} from "@veche/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aTown, type Tab, type TownUnderTest } from "../../town.fixture.ts";
import { type Makers, makeObjects, type Person, type Whose } from "./objects.fixture.ts";
import { type Request, REQUESTS } from "./requests.fixture.ts";

interface Line<Op extends AnyOperation = AnyOperation> {
  readonly name: string;
  readonly operation: Op;
  readonly request: Request;
}
const lines: Line[] = Object.entries(operations).flatMap(([room, declared]) =>
  Object.entries(declared as Record<string, AnyOperation>).map(([key, operation]) => {
    const name = `${room}.${key}`;
    return { name, operation, request: REQUESTS[name] ?? {} };
  }),
);
const isHttp = (line: Line): line is Line<HttpOperation> => line.operation.door === "http";
const isEvent = (line: Line): line is Line<SocketOperation> => line.operation.door === "socket";
const rolesOf = ({ who }: AnyOperation): readonly Role[] => (typeof who === "object" ? who.staff : []);
const forStaff = lines.filter(({ operation }) => typeof operation.who === "object");
const whoseOf = ({ request }: Line): readonly Whose[] =>
  request.object ? ["own", "foreign", "missing"] : ["own"];

const OUTSIDE = ["a stranger", "signed out", "disabled"] as const;
/** A new one each time, since what makes an object makes this one. */
const missingOf = ({ request }: Line) =>
  request.object === "media" ? "missing-0000-4000-8000.webp" : `missing-${randomUUID()}`;

/** What the two tables say: of the operation, who; of the owner, whose. */
function due({ name, operation, request }: Line, by: string, whose: Whose): string {
  if ((OUTSIDE as readonly string[]).includes(by)) return "unauthenticated";
  if (by !== "the holder" && !rolesOf(operation).includes(by as Role)) return "forbidden";
  if (whose === "missing") return request.missing ?? "not_found";
  const rule = ownersOnly[name];
  if (whose === "foreign" && rule && !rule.except?.includes(by as Role)) return rule.refusal;
  return (whose === "own" ? request.oneself : undefined) ?? request.owner ?? "done";
}

let city: TownUnderTest;
let makers: Makers;
const people = new Map<string, Person>();
const outside = new Map<string, string>();
let colleague: Person;

async function person(email: string, cookie?: string): Promise<Person> {
  const given = cookie ?? (await city.signIn(email));
  const { body } = await city.call("/api/v1/staff/session", { cookie: given });
  const { staff } = body as { staff: Omit<Person, "cookie" | "token"> };
  return { ...staff, cookie: given, token: "" };
}
const hired = (role: Role) => person(`${role}-${randomUUID()}@town.example`);

beforeAll(async () => {
  city = await aTown();
  for (const role of ROLES) people.set(role, await person(`${role}@town.example`));
  const admin = people.get("admin");
  if (!admin) throw new Error("nobody administers");
  colleague = await hired("admin");
  const left = await hired("admin");
  await city.call("/api/v1/staff/session", { method: "DELETE", cookie: left.cookie });
  const dismissed = await hired("admin");
  await city.call(`/api/v1/staff/members/${dismissed.id}/disable`, { method: "POST", cookie: admin.cookie });
  outside.set("a stranger", "").set("signed out", left.cookie).set("disabled", dismissed.cookie);
  makers = await makeObjects(city, admin.cookie);
}, 60_000);
afterAll(() => city.close());

/** The object that a cell is about, made for it. */
async function objectOf(line: Line, whose: Whose, owner: Person): Promise<string> {
  const { request } = line;
  if (!request.object) return "";
  if (whose === "missing") return missingOf(line);
  return makers[request.object](whose === "own" ? owner : request.newcomer ? await hired("jury") : colleague);
}

/** The same, but a colleague's that refusals left as it was serves the next cell too. */
function objectsOf(line: Line) {
  let left: string | undefined;
  return async (by: string, whose: Whose, owner: Person): Promise<string> => {
    if (whose === "missing" || line.request.newcomer || (whose === "own" && owner !== colleague))
      return objectOf(line, whose, owner);
    const object = left ?? (await objectOf(line, whose, owner));
    left = REFUSALS.has(due(line, by, whose)) ? object : undefined;
    return object;
  };
}
const REFUSALS: ReadonlySet<string> = new Set(["unauthenticated", "forbidden", "not_found"]);

const bodyOf = ({ body, at }: Request, object: string): Record<string, unknown> => ({
  ...(at && { [at]: object }),
  ...(typeof body === "function" ? body(object) : body),
});

const outcomeOf = (status: number, body: unknown): string =>
  status < 400 ? "done" : ((body as { code?: string }).code ?? String(status));

async function call(line: Line<HttpOperation>, object: string, headers: Record<string, string>) {
  const { operation, request } = line;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, at: string) => request.path?.[at] ?? object);
  const init: RequestInit = { method: operation.method.toUpperCase() };
  if (request.file) {
    const form = new FormData();
    form.set(request.file.field, new Blob([request.file.text], { type: "text/csv" }), "list.csv");
    init.body = form;
  } else if (operation.body) init.body = JSON.stringify(bodyOf(request, object));
  const response = await fetch(city.url + path + (request.query ?? ""), {
    ...init,
    headers: {
      Origin: city.url,
      ...(typeof init.body === "string" && { "Content-Type": "application/json" }),
      ...headers,
    },
  });
  // Pictures, which a moderator scrolls past again and again, stay in that browser for ten minutes.
  if (typeof operation.who === "object")
    expect(response.headers.get("cache-control")).toMatch(/no-store|^private, max-age=600$/);
  const json = response.headers.get("content-type")?.includes("json");
  return outcomeOf(response.status, json ? await response.json() : await response.bytes());
}

type Cells = Record<string, string>;
const cellOf = (by: string, whose: Whose, line: Line) => (line.request.object ? `${by}, ${whose}` : by);

function dueCells(line: Line, callers: readonly string[]): Cells {
  return Object.fromEntries(
    callers.flatMap((by) => whoseOf(line).map((whose) => [cellOf(by, whose, line), due(line, by, whose)])),
  );
}

describe("the table is whole", () => {
  const named = /\{(?!sheet\b)\w+\}/;
  test("every operation that names an object says how one is made", () => {
    const takes = forStaff.filter(
      (line) =>
        (isHttp(line) && named.test(line.operation.path)) ||
        (isEvent(line) && !line.operation.volatile && "conversationId" in shapeOf(line.operation)),
    );
    expect(takes.filter(({ request }) => !request.object).map(({ name }) => name)).toEqual([]);
  });
  test("nothing stands in it that is no operation", () => {
    const names = new Set(lines.map(({ name }) => name));
    const said = [...Object.keys(REQUESTS), ...Object.keys(ownersOnly)];
    expect(said.filter((name) => !names.has(name))).toEqual([]);
  });
});

const shapeOf = ({ input }: SocketOperation): object =>
  "shape" in input && typeof input.shape === "object" ? (input.shape ?? {}) : {};

describe("HTTP, staff", () => {
  test.each(forStaff.filter(isHttp))("$name", async (line) => {
    const got: Cells = {};
    const refused = ROLES.filter((role) => !rolesOf(line.operation).includes(role));
    const closed = [...OUTSIDE, ...refused];
    const objectFor = objectsOf(line);
    for (const whose of whoseOf(line)) {
      const object = await objectFor(OUTSIDE[0], whose, colleague);
      await Promise.all(
        closed.map(async (by) => {
          const Cookie = outside.get(by) ?? people.get(by)?.cookie ?? "";
          got[cellOf(by, whose, line)] = await call(line, object, { Cookie });
        }),
      );
      for (const role of rolesOf(line.operation)) {
        const known = people.get(role) ?? colleague;
        const by = line.request.newcomer ? await hired(role) : known;
        const one = await objectFor(role, whose, by);
        got[cellOf(role, whose, line)] = await call(line, one, { Cookie: by.cookie });
      }
    }
    expect(got).toEqual(dueCells(line, [...OUTSIDE, ...ROLES]));
  });
});

describe("HTTP, whoever holds a token", () => {
  const held = lines.filter((line) => line.operation.who === "token").filter(isHttp);
  test.each(held.filter(({ request }) => request.object))("$name", async (line) => {
    for (const whose of whoseOf(line)) {
      const holder = { ...colleague, token: (await city.chat()).token };
      const another = { ...colleague, token: (await city.chat()).token };
      const make = line.request.object ? makers[line.request.object] : async () => "";
      const object = whose === "missing" ? missingOf(line) : await make(whose === "own" ? holder : another);
      const bearer = { Authorization: `Bearer ${holder.token}` };
      for (const Cookie of [...outside.values(), ...[...people.values()].map(({ cookie }) => cookie)])
        expect(await call(line, object, { Cookie }), "a cookie of staff").toBe("unauthenticated");
      expect(await call(line, object, bearer), whose).toBe(due(line, "the holder", whose));
    }
  });
});

describe("HTTP, anyone", () => {
  const open = lines.filter((line) => line.operation.who === "anyone").filter(isHttp);
  test.each(open)("$name sees no difference by a staff cookie", async (line) => {
    const object = missingOf(line);
    const stranger = await call(line, object, {});
    expect(stranger).not.toBe("forbidden");
    const cookies = [...outside.values(), ...[...people.values()].map(({ cookie }) => cookie)];
    const others = await Promise.all(cookies.map((Cookie) => call(line, object, { Cookie })));
    expect(new Set(others)).toEqual(new Set([stranger]));
  });
});

describe("sockets, staff", () => {
  const events = forStaff.filter(isEvent).filter(({ operation }) => !operation.volatile);
  const tabs = new Map<string, Tab>();
  beforeAll(async () => {
    for (const role of ROLES) tabs.set(role, await city.staff(people.get(role)?.cookie ?? ""));
  });
  const ask = async (tab: Tab | undefined, line: Line<SocketOperation>, object: string) => {
    const reply = (await tab?.ask(line.operation.event, bodyOf(line.request, object))) as unknown as {
      ok: boolean;
      error?: { code: string };
    };
    return reply.ok ? "done" : (reply.error?.code ?? "");
  };

  test.each(OUTSIDE)("%s is not connected, and so asks nothing", async (by) => {
    await expect(city.staff(outside.get(by) ?? "")).rejects.toMatchObject({
      data: { code: "unauthenticated" },
    });
  });

  test.each(events)("$name", async (line) => {
    const got: Cells = {};
    for (const role of ROLES)
      for (const whose of whoseOf(line)) {
        const by = people.get(role) ?? colleague;
        // However many an operator may have open, this one is within.
        await city.town.database.write((trx) =>
          trx.updateTable("conversation").set({ state: "closed" }).execute(),
        );
        got[cellOf(role, whose, line)] = await ask(tabs.get(role), line, await objectOf(line, whose, by));
      }
    expect(got).toEqual(dueCells(line, ROLES));
  });
});

test("a resident rates the answers of their own conversation only", async () => {
  const [tab, another] = [await city.chat(), await city.chat()];
  for (const it of [tab, another]) {
    await it.say("Куда деть старый диван?");
    await it.until(() => it.messages.some(({ author }) => author.kind === "assistant"), "an answer");
  }
  const answerOf = (it: Tab) => it.messages.find(({ author }) => author.kind === "assistant")?.id ?? "";
  const rate = (messageId: string) => tab.ask("message:rate", { messageId, helpful: true });
  expect(await rate(answerOf(tab))).toMatchObject({ ok: true });
  expect(await rate(answerOf(another))).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(await rate(randomUUID())).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("after all of that nobody else could come in", async () => {
  for (const cookie of outside.values())
    expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
});
