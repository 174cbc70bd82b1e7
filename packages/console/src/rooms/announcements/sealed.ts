import type { StaffEntry } from "@veche/protocol";
import type { StaffCampaign } from "../campaigns/index.ts";

/** An entry with what it was given. */
export interface Awarded {
  readonly entry: StaffEntry;
  readonly place: number | null;
  readonly title: string;
}

/** As the public will read it: by nomination, age group and place; special prizes last. */
export function inOrder(
  { nominations, ageGroups }: Pick<StaffCampaign, "nominations" | "ageGroups">,
  awarded: readonly Awarded[],
): readonly Awarded[] {
  const ladder = ({ entry, place }: Awarded) => [
    nominations.findIndex(({ slug }) => slug === entry.nomination),
    ageGroups.findIndex(({ slug }) => slug === entry.ageGroup),
    place ?? Number.MAX_SAFE_INTEGER,
  ];
  return awarded.toSorted((a, b) => {
    const other = ladder(b);
    return (
      ladder(a)
        .map((step, index) => step - (other[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  });
}

/** What an announcement at that moment does to the public vote: ends it early, or never lets it begin. */
export function voteLostBy({ vote }: Pick<StaffCampaign, "vote">, at: Date): "rest" | "all" | undefined {
  if (!vote || at >= new Date(vote.closesAt)) return undefined;
  return at < new Date(vote.opensAt) ? "all" : "rest";
}

/** What a local date-and-time field means; undefined while it is not filled in. */
export function momentOf(value: string): Date | undefined {
  const at = new Date(value);
  return value === "" || Number.isNaN(at.getTime()) ? undefined : at;
}
