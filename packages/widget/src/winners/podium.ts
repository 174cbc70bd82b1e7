import type { Campaign, Winner } from "@veche/protocol";

/** Behind every place: special prizes. */
const LAST = Number.MAX_SAFE_INTEGER;

/** The winners of one nomination and age group, first place first. */
export interface Podium {
  readonly ageGroup: Campaign["ageGroups"][number];
  readonly winners: readonly Winner[];
}

export interface NominationPodiums {
  readonly nomination: Campaign["nominations"][number];
  readonly podiums: readonly Podium[];
}

/** Sorts winners by nomination and age group, in the campaign's order; places first, special prizes after them. */
export function podiumsOf(
  { nominations, ageGroups }: Pick<Campaign, "nominations" | "ageGroups">,
  winners: readonly Winner[],
): NominationPodiums[] {
  return nominations
    .map((nomination) => ({
      nomination,
      podiums: ageGroups
        .map((ageGroup) => ({
          ageGroup,
          winners: winners
            .filter((one) => one.nomination === nomination.slug && one.ageGroup === ageGroup.slug)
            .sort((one, other) => (one.place ?? LAST) - (other.place ?? LAST)),
        }))
        .filter((podium) => podium.winners.length > 0),
    }))
    .filter(({ podiums }) => podiums.length > 0);
}
