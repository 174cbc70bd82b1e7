import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
});
afterAll(() => city.close());

const post = (path: string, body: object = {}, cookie = "") =>
  city.call(path, { method: "POST", body: JSON.stringify(body), cookie });
const forged = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
  clientExtensionResults: {},
};

test("a passkey that nobody added opens nothing, and a question is answered once", async () => {
  const asked = await post("/api/v1/staff/session/passkey-challenge");
  const { challenge, options } = asked.body as { challenge: string; options: { challenge: string } };
  expect(asked.headers.getSetCookie()).toEqual([]);
  expect(options.challenge.length).toBeGreaterThan(30);
  for (let times = 0; times < 2; times++)
    expect(await post("/api/v1/staff/session/passkey", { challenge, response: forged })).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
});

test("what no browser made is added for nobody, and another's passkey can't be removed", async () => {
  const cookie = await city.signIn("operator@town.example");
  const asked = await post("/api/v1/staff/account/passkeys/challenge", {}, cookie);
  const { challenge } = asked.body as { challenge: string };
  const added = await post(
    "/api/v1/staff/account/passkeys",
    { challenge, response: forged, name: "Ключ" },
    cookie,
  );
  expect(added).toMatchObject({ status: 400, body: { code: "invalid" } });
  const removed = await city.call("/api/v1/staff/account/passkeys/someone-elses", {
    method: "DELETE",
    cookie,
  });
  expect(removed).toMatchObject({ status: 404 });
});
