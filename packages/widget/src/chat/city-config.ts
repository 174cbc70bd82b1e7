import type { operations, OutputOf } from "@veche/protocol";
import type { Locale } from "@veche/ui";

/** What the city tells before anybody connects. */
export type CityConfig = OutputOf<(typeof operations)["city"]["config"]>;

/** @returns nothing when no answer came: the chat works without it */
export async function cityConfig(server: string, locale: Locale): Promise<CityConfig | undefined> {
  try {
    // A resident has no cookie; a staff session of the same browser must not leak in.
    const answer = await fetch(`${server}/api/v1/config?locale=${locale}`, { credentials: "omit" });
    return answer.ok ? ((await answer.json()) as CityConfig) : undefined;
  } catch {
    return undefined;
  }
}
