import type { StaffEntry } from "@veche/protocol";
import { expect, test } from "vitest";
import { inOrder, momentOf, voteLostBy } from "./sealed.ts";

const nomination = (slug: string) => ({ slug, title: { ru: slug }, description: "" });
const ageGroup = (slug: string) => ({ slug, title: slug, minAge: 3, maxAge: 6 });
const campaign = {
  nominations: [nomination("les"), nomination("plakat")],
  ageGroups: [ageGroup("3-6"), ageGroup("7-10")],
};

const awarded = (id: string, nominationSlug: string, group: string, place: number | null) => ({
  entry: {
    id,
    number: 1,
    campaign: "les",
    state: "approved" as const,
    nomination: nominationSlug,
    ageGroup: group,
    title: "Ёжик",
    consents: [],
    similar: [],
    createdAt: "2026-11-22T13:00:00Z",
  } satisfies StaffEntry,
  place,
  title: "",
});

test("what becomes public is read by nomination, age group and place, special prizes last", () => {
  const read = inOrder(campaign, [
    awarded("poster", "plakat", "3-6", 1),
    awarded("special", "les", "3-6", null),
    awarded("older", "les", "7-10", 1),
    awarded("second", "les", "3-6", 2),
    awarded("first", "les", "3-6", 1),
  ]);
  expect(read.map(({ entry }) => entry.id)).toEqual(["first", "second", "special", "older", "poster"]);
});

test("an announcement before the public vote has closed takes the rest of the vote, or all of it", () => {
  const vote = {
    opensAt: "2027-01-10T00:00:00Z",
    closesAt: "2027-01-20T00:00:00Z",
    per: "campaign" as const,
    counts: "closed" as const,
    by: "browser" as const,
    state: "open" as const,
  };
  expect(voteLostBy({ vote }, new Date("2027-01-09T23:59:59Z"))).toBe("all");
  expect(voteLostBy({ vote }, new Date("2027-01-10T00:00:00Z"))).toBe("rest");
  expect(voteLostBy({ vote }, new Date("2027-01-20T00:00:00Z"))).toBeUndefined();
  expect(voteLostBy({}, new Date("2027-01-09T00:00:00Z"))).toBeUndefined();
});

test("a minute that is not filled in means none", () => {
  expect(momentOf("")).toBeUndefined();
  expect(momentOf("2027-01-20T")).toBeUndefined();
  expect(momentOf("2027-01-20T12:00")).toEqual(new Date("2027-01-20T12:00"));
});
