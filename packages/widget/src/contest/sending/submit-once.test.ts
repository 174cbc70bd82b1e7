import { beforeEach, describe, expect, test } from "vitest";
import { Problem, problemOf } from "../../requests/problem.ts";
import type { UnsettledAttempt } from "../entry-draft.ts";
import { EMPTY_FIELDS } from "../entry-fields.ts";
import type { Accepted } from "./send-entry.ts";
import { type Content, type Earlier, submitOnce } from "./submit-once.ts";

/** A server that keeps entries by their key, over a connection that breaks as told. */
function aCity() {
  const stored = new Map<string, { content: string; answer: Accepted }>();
  const city = {
    /** For each request: the answer is lost on the way back, or the request on the way there. */
    breaks: [] as ("there" | "back" | undefined)[],
    refuses: undefined as Problem | undefined,
    entries: () => [...stored.values()].map(({ answer }) => answer.entry.title),
    async send(content: Content, key: string): Promise<Accepted> {
      const broken = city.breaks.shift();
      if (broken === "there") throw new Problem("unreachable");
      const sent = JSON.stringify([content.values, content.agreed, content.drawing]);
      const known = stored.get(key);
      if (known && known.content !== sent) throw new Problem("conflict", { field: "Idempotency-Key" });
      if (!known && city.refuses) throw city.refuses;
      const answer = known?.answer ?? anAnswer(stored.size + 1, content.values.title);
      stored.set(key, { content: sent, answer });
      if (broken === "back") throw new Problem("unreachable");
      return answer;
    },
  };
  return city;
}

function anAnswer(number: number, title: string): Accepted {
  const id = `entry-${number}`;
  const createdAt = "2026-11-22T13:00:00Z";
  const entry = {
    id,
    number,
    code: "7K2M",
    campaign: "les",
    state: "submitted" as const,
    nomination: "a",
    ageGroup: "b",
    title,
    createdAt,
  };
  return { entry, token: `token-${number}` };
}

function aWork(title: string): Content {
  const file = new File(["picture"], "a.jpg");
  return { values: { ...EMPTY_FIELDS, title }, agreed: ["processing"], drawing: "a.jpg", file };
}

let city: ReturnType<typeof aCity>;
let kept: { attempt: UnsettledAttempt | undefined; file: File | undefined };
let pauses: number[];
beforeEach(() => {
  city = aCity();
  kept = { attempt: undefined, file: undefined };
  pauses = [];
});

/** As a form does it, with what the device kept from before. */
async function submit(content: Content) {
  let keys = 0;
  const earlier: Earlier | undefined = kept.attempt && { attempt: kept.attempt, file: kept.file };
  return await submitOnce(content, earlier, {
    send: city.send,
    onPause: () => {},
    wait: async (ms) => void pauses.push(ms),
    newKey: () => `key-${content.values.title}-${(keys += 1)}`,
    keepAttempt: (attempt, file) => (kept = { attempt, file }),
  });
}

describe("an entry arrives once", () => {
  test("when the answer is lost on the way back", async () => {
    city.breaks = ["back"];
    expect(await submit(aWork("Дождь"))).toMatchObject({ entry: { number: 1 }, asSentEarlier: false });
    expect(city.entries()).toEqual(["Дождь"]);
    expect(pauses).toEqual([2_000]);
  });

  test("when all repeats fail and the parent presses again, even after a reload", async () => {
    city.breaks = ["back", "there", "there", "there"];
    await expect(submit(aWork("Дождь"))).rejects.toMatchObject({ code: "unreachable" });
    expect(pauses).toEqual([2_000, 5_000, 10_000]);

    expect(await submit(aWork("Дождь"))).toMatchObject({ entry: { number: 1 } });
    expect(city.entries()).toEqual(["Дождь"]);
  });

  test("when it is changed after it had arrived unnoticed: the parent hears of the one that did", async () => {
    city.breaks = ["back", "there", "there", "there"];
    await expect(submit(aWork("Дождь"))).rejects.toMatchObject({ code: "unreachable" });

    expect(await submit(aWork("Гроза"))).toMatchObject({ entry: { title: "Дождь" }, asSentEarlier: true });
    expect(city.entries()).toEqual(["Дождь"]);
  });

  test("when it is changed after it had not arrived: the change is in it", async () => {
    city.breaks = ["there", "there", "there", "there"];
    await expect(submit(aWork("Дождь"))).rejects.toMatchObject({ code: "unreachable" });

    expect(await submit(aWork("Гроза"))).toMatchObject({ entry: { title: "Гроза" }, asSentEarlier: false });
    expect(city.entries()).toEqual(["Гроза"]);
  });
});

test("a refusal is told at once, not repeated, and leaves nothing unsettled", async () => {
  city.refuses = new Problem("invalid", { field: "title" });
  await expect(submit(aWork("Дождь"))).rejects.toMatchObject({ code: "invalid" });
  expect(pauses).toEqual([]);
  expect(kept.attempt).toBeUndefined();
});

test("an answer that leaves doubt keeps the key for the next press", async () => {
  city.refuses = problemOf(502, "<html>Bad gateway</html>");
  await expect(submit(aWork("Дождь"))).rejects.toMatchObject({ code: "unavailable" });
  expect(kept.attempt?.key).toBe("key-Дождь-1");
});

describe("a refusal is read", () => {
  test("from the server's problem document", () => {
    const body = JSON.stringify({ code: "rate_limited", detail: "Подождите.", retryAfterSeconds: 30 });
    expect(problemOf(429, body)).toMatchObject({
      code: "rate_limited",
      detail: "Подождите.",
      retryAfterSeconds: 30,
    });
  });

  test.each([
    [413, "too_large"],
    [404, "not_found"],
    [504, "unavailable"],
    [418, "invalid"],
  ])("from the status %i alone when a proxy answered with a page", (status, code) => {
    expect(problemOf(status, "<html></html>")).toMatchObject({ code, detail: undefined });
  });
});
