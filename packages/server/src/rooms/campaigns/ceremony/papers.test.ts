import type { CeremonyGuest } from "@veche/protocol";
import { expect, test } from "vitest";
import { campaignBySlug } from "../store.ts";
import { aContest } from "../testing/index.ts";
import { ceremonyPaper } from "./papers.ts";

const guest = (name: string, ageGroup: string): CeremonyGuest => ({
  entryId: name,
  entryNumber: 1,
  name,
  title: "Лиса",
  nomination: "beregi-les",
  ageGroup,
  awards: ["1 место"],
  guardian: { name: "", contact: "" },
});

test("printed lists keep the order in which staff call, also where it leaves a group and comes back", async () => {
  const contest = await aContest();
  const campaign = await campaignBySlug(contest.database.read, "les");
  await contest.end();
  const called = [guest("Варя", "3-6"), guest("Ева", "7-17"), guest("Глеб", "3-6"), guest("Ян", "3-6")];
  for (const list of ["calling", "prizes"] as const) {
    const { groups } = ceremonyPaper(list, campaign!, called, "27 января");
    expect(groups.map(({ rows }) => rows.map(([order]) => order))).toEqual([["1"], ["2"], ["3", "4"]]);
    expect(groups[2]?.heading).toBe(groups[0]?.heading);
  }
});
