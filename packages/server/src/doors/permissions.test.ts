import { type AnyOperation, operations, ROLES, type Role } from "@veche/protocol";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../town.fixture.ts";

const listed = Object.entries(operations).flatMap(([room, declared]) =>
  Object.entries(declared as Record<string, AnyOperation>).map(([name, operation]) => ({
    name: `${room}.${name}`,
    operation,
  })),
);
const forStaff = listed.filter(({ operation }) => typeof operation.who === "object");
const rolesOf = ({ who }: AnyOperation): readonly Role[] => (typeof who === "object" ? who.staff : []);
const filled = (path: string) => path.replace(/\{\w+\}/g, "nothing-there");

let city: TownUnderTest;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  city = await aTown();
  for (const role of ROLES) cookies.set(role, await city.signIn(`${role}@town.example`));
});
afterAll(() => city.close());

describe("HTTP", () => {
  const calls = forStaff.flatMap(({ name, operation }) =>
    operation.door === "http" && name !== "staff.signOut" ? [{ name, operation }] : [],
  );

  test.each(calls)("$name is closed to strangers", async ({ operation }) => {
    const init = { method: operation.method.toUpperCase(), ...(operation.body ? { body: "{}" } : {}) };
    expect(await city.call(filled(operation.path), init)).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
  });

  test.each(calls)("$name is open to its roles and to no other", async ({ operation }) => {
    const init = { method: operation.method.toUpperCase(), ...(operation.body ? { body: "{}" } : {}) };
    const open: Role[] = [];
    for (const role of ROLES) {
      const { status } = await city.call(filled(operation.path), {
        ...init,
        cookie: cookies.get(role) ?? "",
      });
      expect(status, role).not.toBe(401);
      expect(status, role).toBeLessThan(500);
      if (status !== 403) open.push(role);
    }
    expect(open.toSorted()).toEqual([...rolesOf(operation)].toSorted());
  });

  test.each(calls.filter(({ operation }) => operation.method !== "get"))(
    "$name wants our own origin, said aloud",
    async ({ operation }) => {
      const role = rolesOf(operation)[0] ?? "admin";
      for (const origin of ["https://evil.example", "null"]) {
        const { status } = await city.call(filled(operation.path), {
          method: operation.method.toUpperCase(),
          cookie: cookies.get(role) ?? "",
          headers: { Origin: origin },
        });
        expect(status, origin).toBe(403);
      }
      const unsaid = await fetch(city.url + filled(operation.path), {
        method: operation.method.toUpperCase(),
        headers: { Cookie: cookies.get(role) ?? "" },
      });
      expect(unsaid.status).toBe(403);
    },
  );
});

describe("sockets", () => {
  const events = forStaff.flatMap(({ name, operation }) =>
    operation.door === "socket" && !operation.volatile ? [{ name, operation }] : [],
  );

  test.each(events)("$name is open to its roles and to no other", async ({ operation }) => {
    const open: Role[] = [];
    for (const role of ROLES) {
      const tab = await city.staff(cookies.get(role) ?? "");
      const reply = (await tab.ask(operation.event, {})) as { ok: boolean; error?: { code: string } };
      tab.socket.disconnect();
      if (reply.error?.code !== "forbidden") open.push(role);
    }
    expect(open.toSorted()).toEqual([...rolesOf(operation)].toSorted());
  });
});

test("the staff cookie opens nothing outside the staff's routes", async () => {
  const cookie = cookies.get("admin") ?? "";
  const entry = await city.call("/api/v1/entries/nothing-there", { cookie });
  expect(entry).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
});
