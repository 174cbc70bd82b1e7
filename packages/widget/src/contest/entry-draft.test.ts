import { beforeEach, describe, expect, test } from "vitest";
import { type DeviceStorage, forgetfulStorage } from "./device-storage.ts";
import { createDraftKeeper, EMPTY_DRAFT, nextDraft } from "./entry-draft.ts";
import { EMPTY_FIELDS } from "./entry-fields.ts";
import { createOwnEntries } from "./own-entries.ts";
import { entryInLink, privateLink } from "./private-link.ts";

let storage: DeviceStorage;
let now: Date;
beforeEach(() => {
  storage = forgetfulStorage();
  now = new Date("2026-11-22T13:00:00Z");
});
const keeper = () => createDraftKeeper(storage, "draft", () => now);
const values = { ...EMPTY_FIELDS, authorFirstName: "Варя", guardianName: "Анна", teacher: "Ольга" };

describe("a draft", () => {
  test("is there after a reload, with the attempt that nobody answered", () => {
    const attempt = { key: "k", values, agreed: ["processing" as const], drawing: "a.jpg" };
    keeper().write({ values, attempt });
    expect(keeper().read()).toEqual({ values, attempt });
  });

  test("that nobody came back to for two weeks is gone", () => {
    keeper().write({ values });
    now = new Date("2026-12-06T12:59:59Z");
    expect(keeper().read().values).toEqual(values);
    now = new Date("2026-12-06T13:00:00Z");
    expect(keeper().read()).toEqual(EMPTY_DRAFT);
    expect(storage.getItem("draft")).toBeNull();
  });

  test("that was emptied leaves nothing on the device", () => {
    keeper().write({ values });
    keeper().write({ values: EMPTY_FIELDS });
    expect(storage.getItem("draft")).toBeNull();
  });

  test.each(["not JSON", "null", "{}", '{"values":{"title":7},"savedAt":"2026-11-22T12:00:00Z"}'])(
    "that is spoilt (%s) counts as none",
    (spoilt) => {
      storage.setItem("draft", spoilt);
      expect(keeper().read()).toMatchObject(EMPTY_DRAFT);
    },
  );

  test("of the next child keeps the adult and the school", () => {
    expect(nextDraft(values).values).toEqual({ ...EMPTY_FIELDS, guardianName: "Анна", teacher: "Ольга" });
  });

  test("that the device has no room for does not stop the parent", () => {
    storage.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(() => keeper().write({ values })).not.toThrow();
  });
});

describe("own entries", () => {
  const entries = () => createOwnEntries(storage, "https://chat.example");

  test("stand newest first, and what is learnt later completes them in their place", () => {
    entries().remember({ id: "1", token: "a" });
    entries().remember({ id: "2", token: "b", number: 8 });
    entries().remember({ id: "1", token: "a", number: 7, title: "Дождь" });
    expect(entries().all()).toEqual([
      { id: "2", token: "b", number: 8 },
      { id: "1", token: "a", number: 7, title: "Дождь" },
    ]);
    entries().forget("2");
    expect(
      entries()
        .all()
        .map(({ id }) => id),
    ).toEqual(["1"]);
  });

  test("of another server are its own", () => {
    entries().remember({ id: "1", token: "a" });
    expect(createOwnEntries(storage, "https://other.example").all()).toEqual([]);
  });
});

describe("the private link", () => {
  const entry = { id: "019b-entry_1", token: "A".repeat(43) };

  test("opens what it was made for and carries the secret after the hash only", () => {
    const link = new URL(privateLink("https://town.example/contest?page=2#rules", entry));
    expect(link.pathname + link.search).toBe("/contest?page=2");
    expect(entryInLink(link.hash)).toEqual(entry);
  });

  test.each([
    "",
    "#rules",
    "#veche-entry=",
    "#veche-entry=1.short",
    "#veche-entry=1.<script>alert(1)</script>",
  ])("%s opens nothing", (hash) => {
    expect(entryInLink(hash)).toBeUndefined();
  });
});
