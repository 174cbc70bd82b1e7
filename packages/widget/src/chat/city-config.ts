import type { operations, OutputOf } from "@veche/protocol";
import type { Locale } from "@veche/ui";
import { ask } from "../requests/ask.ts";

/** What the city tells before anybody connects. */
export type CityConfig = OutputOf<(typeof operations)["city"]["config"]>;

/** @returns nothing when no answer came: the chat works without it */
export function cityConfig(server: string, locale: Locale): Promise<CityConfig | undefined> {
  return ask<CityConfig>({ server, locale }, "/api/v1/config", { query: { locale } }).catch(() => undefined);
}
