import type { CampaignData } from "../campaign-file.ts";
import { drawing } from "./drawing/index.ts";
import { idea } from "./idea/index.ts";
import type { Kind } from "./kind.ts";
import { photo } from "./photo/index.ts";

/** Every kind of campaign; a new one is a folder and a line here. */
const kinds = { drawing, photo, idea } satisfies Record<string, Kind>;
export type KindName = keyof typeof kinds;
export const KIND_NAMES = ["drawing", "photo", "idea"] as const satisfies readonly KindName[];

/** The kind as shared code may see it: by what it declares. */
export const kindOf = (name: KindName): Kind => kinds[name];

/** The voluntary parts of a campaign's form: those of its kind, unless it asks for fewer. */
export const asksOf = ({
  kind,
  data,
}: {
  readonly kind: KindName;
  readonly data: Pick<CampaignData, "asks">;
}) => kindOf(kind).asks.filter((part) => data.asks?.includes(part) ?? true);
