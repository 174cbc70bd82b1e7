import type { CampaignRecord } from "../store.ts";

/**
 * A campaign moved by as many whole years as it takes for its entries to close in the future. The years
 * that its dates name move along wherever its words name them: slug, title, rules, consents' versions.
 */
export function nextYears({ slug, kind, data }: Pick<CampaignRecord, "slug" | "kind" | "data">, now: Date) {
  const years = yearsUntilFuture(new Date(data.dates.closesAt), now);
  const named = new Set(
    Object.values(data.dates).flatMap((it) => (it ? [new Date(it).getUTCFullYear()] : [])),
  );
  const words = (text: string) =>
    text.replace(/(?<!\d)20\d{2}(?!\d)/g, (year) =>
      named.has(Number(year)) ? String(Number(year) + years) : year,
    );
  const { dates, vote, ...said } = data;
  const closes = new Date(dates.closesAt).getUTCFullYear() + years;
  const moved = words(slug);
  return {
    ...(JSON.parse(words(JSON.stringify(said))) as typeof said),
    ...(vote && {
      vote: {
        ...vote,
        opensAt: yearsLater(vote.opensAt, years),
        closesAt: yearsLater(vote.closesAt, years),
      },
    }),
    slug: moved === slug ? `${slug.slice(0, 70)}-${closes}` : moved,
    kind,
    dates: Object.fromEntries(
      Object.entries(dates).flatMap(([name, at]) => (at ? [[name, yearsLater(at, years)]] : [])),
    ),
  };
}

function yearsUntilFuture(closesAt: Date, now: Date): number {
  let years = 1;
  while (Date.parse(yearsLater(closesAt.toISOString(), years)) <= now.getTime()) years += 1;
  return years;
}

/** The 29th of February becomes the 28th. */
function yearsLater(moment: string, years: number): string {
  const at = new Date(moment);
  const day = at.getUTCDate();
  at.setUTCFullYear(at.getUTCFullYear() + years);
  if (at.getUTCDate() !== day) at.setUTCDate(0);
  return at.toISOString();
}
