import type { City } from "../../city/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Wording } from "./wording.ts";

export interface StepPorts {
  readonly city: City;
  readonly knowledge: Pick<Knowledge, "find" | "articleAnswer">;
  readonly wording: Wording;
  /** Where the public pages are, without a trailing slash. */
  readonly publicUrl: () => string;
}
