import type { StaffCampaign } from "./words.ts";

export interface Award {
  readonly place: number | null;
  readonly title: string;
}

/** «1 место», «2 место» …: as many as the campaign has prizes for, then its special prizes. */
export function awardsOf(
  { prizes }: Pick<StaffCampaign, "prizes">,
  ageGroup: string,
  placeTitle: (place: number) => string,
): readonly Award[] {
  const meant = prizes.filter(({ forAgeGroups }) => !forAgeGroups || forAgeGroups.includes(ageGroup));
  const places = [...new Set(meant.flatMap(({ place }) => (place === null ? [] : [place])))].toSorted(
    (a, b) => a - b,
  );
  const special = meant.flatMap(({ place, title }) => (place === null ? [{ place, title }] : []));
  return [...places.map((place) => ({ place, title: placeTitle(place) })), ...special];
}

/** A value for a list of choices; the same award always gives the same. */
export const awardKey = ({ place, title }: Award) => `${place ?? "-"}|${title}`;
