import { Refusal } from "@veche/protocol";
import { expect, test } from "vitest";
import { createTexts } from "../texts.ts";
import { createRefusals } from "./refusals.ts";

function aDoor() {
  const logged: object[] = [];
  let faults = 0;
  const note = (details: object) => void logged.push(details);
  const explain = createRefusals(
    createTexts({}),
    { info: note, warn: note, error: note } as never,
    () => void faults++,
  );
  return { explain, logged, faults: () => faults };
}

test("what nobody foresaw is told as unavailable with an incident, logged whole and counted", () => {
  const { explain, logged, faults } = aDoor();
  const surprise = new Error("secret detail");
  const problem = explain(surprise, "en", "GET /x");
  expect(problem).toMatchObject({
    status: 503,
    reply: { code: "unavailable" },
    incident: expect.any(String),
  });
  expect(problem.reply.message).toContain(problem.incident?.slice(0, 8));
  expect(problem.reply.message).not.toContain("secret");
  expect(logged).toEqual([{ doing: "GET /x", incident: problem.incident, err: surprise }]);
  expect(faults()).toBe(1);
});

test("an expected no has its code's status, and is neither a fault nor an incident", () => {
  const { explain, logged, faults } = aDoor();
  expect(explain(new Refusal("not_found"), "ru", "GET /x")).toEqual({
    status: 404,
    reply: { code: "not_found", message: "Здесь ничего нет. Проверьте ссылку." },
  });
  expect(logged).toEqual([]);
  expect(faults()).toBe(0);
});

test("who tries what they may not leaves a line: what, why and the network's hash", () => {
  const { explain, logged, faults } = aDoor();
  explain(new Refusal("forbidden"), "ru", "POST /x", "hash");
  explain(new Refusal("unauthenticated", { reason: "staff.wrong_password" }), "ru", "POST /y", "hash");
  explain(new Refusal("rate_limited"), "ru", "POST /z", "hash");
  expect(logged).toEqual([
    { doing: "POST /x", code: "forbidden", network: "hash" },
    { doing: "POST /y", code: "unauthenticated", reason: "staff.wrong_password", network: "hash" },
  ]);
  expect(faults()).toBe(0);
});
