import type { Operations, ReplyOf } from "@veche/protocol";
import type { CampaignData } from "../campaign-file.ts";
import type { JudgedWork } from "./panel.ts";
import { isRecused, type Recusal } from "./recusal.ts";
import { judgesFrom, type Seat } from "./seats.ts";

type Thin = ReplyOf<Operations["campaigns"]["jury"]>["thin"];

/** Nominations and age groups where fewer jurors may judge than each work needs: by their limits, or of some works because jurors stood back. */
export function thinOf(
  data: CampaignData,
  jurors: readonly { readonly seat: Seat; readonly recusals: readonly Recusal[] }[],
  works: readonly JudgedWork[],
): Thin {
  const needed = data.jury?.perWork ?? 1;
  const worksIn = Map.groupBy(works, (work) => `${work.nomination} ${work.age_group}`);
  return data.nominations.flatMap(({ slug: nomination, minAge = 0 }) =>
    data.ageGroups.flatMap(({ slug: ageGroup, maxAge }) => {
      if (maxAge !== null && maxAge < minAge) return [];
      const able = jurors.filter(({ seat }) => judgesFrom(seat, { nomination, age_group: ageGroup }));
      if (able.length < needed) return [{ nomination, ageGroup, jurors: able.length, needed }];
      const stoodBack = able.filter(({ recusals }) => recusals.length > 0);
      const short = (worksIn.get(`${nomination} ${ageGroup}`) ?? [])
        .map((work) => able.length - stoodBack.filter(({ recusals }) => isRecused(recusals, work)).length)
        .filter((left) => left < needed);
      if (short.length === 0) return [];
      return [{ nomination, ageGroup, jurors: Math.min(...short), needed, works: short.length }];
    }),
  );
}
