import { operations } from "@veche/protocol";
import { expect, test } from "vitest";
import { routesOf } from "../../build/routes.ts";
import { requestOf } from "./request.ts";
import type { HttpRoute } from "./route.ts";

const routes = routesOf(operations);

function route(room: string, name: string): HttpRoute {
  const found = routes[room]?.[name];
  if (!found || !("method" in found)) throw new Error(`no such call: ${room}.${name}`);
  return found;
}

test("a moderator's filter goes into the query, and what is not set is left out", () => {
  const input = { campaign: "zaschitim-les", state: "submitted", nomination: undefined, limit: 60 };
  expect(requestOf(route("campaigns", "staffEntries"), input)).toEqual({
    method: "GET",
    url: "/api/v1/staff/entries?campaign=zaschitim-les&state=submitted&limit=60",
  });
});

test("an article's name goes into the path and the rest into the body", () => {
  const input = { slug: "hot-water", locale: "ru", expectedVersion: 3 };
  expect(requestOf(route("knowledge", "publish"), input)).toEqual({
    method: "POST",
    url: "/api/v1/staff/articles/hot-water/publish",
    body: '{"locale":"ru","expectedVersion":3}',
  });
});

test("an odd id cannot leave its place in the path", () => {
  const { url } = requestOf(route("campaigns", "ownScores"), { id: "../campaigns?x" });
  expect(url).toBe("/api/v1/staff/entries/..%2Fcampaigns%3Fx/scores");
});

test("a call without its path's part is refused before it is sent", () => {
  expect(() => requestOf(route("campaigns", "results"), {})).toThrow("needs slug");
});

test("every call that staff may make has a route, and residents' events have none", () => {
  expect(routes["conversations"]).toMatchObject({
    claim: { event: "conversation:claim" },
    answer: { event: "message:send" },
  });
  expect(routes["conversations"]).not.toHaveProperty("say");
  expect(routes["announcements"]).not.toHaveProperty("atom");
});
