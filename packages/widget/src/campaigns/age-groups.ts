import type { Campaign } from "@veche/protocol";

type AgeGroup = Campaign["ageGroups"][number];
type Nomination = Campaign["nominations"][number];

/** The group that an author of this age competes in; none when the contest is not for that age. */
export function ageGroupOf(campaign: Pick<Campaign, "ageGroups">, age: number): AgeGroup | undefined {
  return campaign.ageGroups.find((group) => age >= group.minAge && age <= (group.maxAge ?? Infinity));
}

/** Whether the contest is open to this age at all. */
export function mayTakePart(campaign: Pick<Campaign, "participants">, age: number): boolean {
  const { minAge, maxAge } = campaign.participants;
  return age >= minAge && age <= (maxAge ?? Infinity);
}

/** The nominations that an author of this age may enter; all while the age is unknown. */
export function nominationsFor(
  campaign: Pick<Campaign, "nominations">,
  age: number | undefined,
): readonly Nomination[] {
  return campaign.nominations.filter(
    ({ minAge }) => age === undefined || minAge === undefined || age >= minAge,
  );
}

/** Reads an age as people type it: digits only, up to 120. */
export function ageIn(typed: string): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const age = Number(text);
  return age <= 120 ? age : undefined;
}
