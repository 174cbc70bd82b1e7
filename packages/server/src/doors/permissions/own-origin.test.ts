import { type AnyOperation, operations, ROLES, type Role } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../town.fixture.ts";

const changing = Object.entries(operations).flatMap(([room, declared]) =>
  Object.entries(declared as Record<string, AnyOperation>).flatMap(([name, operation]) =>
    operation.door === "http" && operation.method !== "get" && typeof operation.who === "object"
      ? [{ name: `${room}.${name}`, operation, role: operation.who.staff[0] ?? "admin" }]
      : [],
  ),
);

let city: TownUnderTest;
const cookies = new Map<Role, string>();
beforeAll(async () => {
  city = await aTown();
  for (const role of ROLES) cookies.set(role, await city.signIn(`${role}@town.example`));
});
afterAll(() => city.close());

test.each(changing)("$name wants our own origin, said aloud", async ({ operation, role }) => {
  const path = city.url + operation.path.replace(/\{\w+\}/g, "nothing-there");
  const Cookie = cookies.get(role) ?? "";
  for (const origin of ["https://evil.example", "null", undefined]) {
    const headers = { Cookie, ...(origin && { Origin: origin }) };
    const { status } = await fetch(path, { method: operation.method.toUpperCase(), headers });
    expect(status, origin ?? "unsaid").toBe(403);
  }
});
