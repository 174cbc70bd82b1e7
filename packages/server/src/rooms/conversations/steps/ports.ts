import type { Campaigns } from "../../campaigns/index.ts";
import type { City } from "../../city/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Wording } from "./wording.ts";

export interface StepPorts {
  readonly city: City;
  readonly knowledge: Pick<Knowledge, "find" | "articleAnswer">;
  readonly campaigns: Pick<Campaigns, "newsByCode">;
  readonly wording: Wording;
  /** Where the public pages are, without a trailing slash. */
  readonly publicUrl: () => string;
}
