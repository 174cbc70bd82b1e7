import { z } from "zod";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";
import { email, slug } from "./values.ts";

const bySlug = z.object({ slug });
const limits = {
  /** Whether they judge this campaign at all. */
  judges: z.boolean(),
  /** Only these; all where none is named. */
  nominations: z.array(slug).max(60),
  /** Only these; all where none is named. */
  ageGroups: z.array(slug).max(60),
};

const panel = z.object({
  jurors: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      /** The invitation still waits for being accepted. */
      invited: z.boolean(),
      ...limits,
    }),
  ),
  /** Where fewer jurors may judge than each work needs. */
  thin: z.array(
    z.object({
      nomination: slug,
      ageGroup: slug,
      jurors: z.number().int().nonnegative(),
      needed: z.number().int().positive(),
      /** How many works lack jurors because some stood back; absent where the limits alone leave too few. */
      works: z.number().int().positive().optional(),
    }),
  ),
});

/** Who judges what in a campaign: everybody of the jury everything, until the organiser says otherwise. */
export const jury = {
  jury: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/jury",
    who: may.runCampaigns,
    summary: "The jury of a campaign, with those who are invited, and what each judges.",
    params: bySlug,
    output: panel,
    refusals: ["not_found"],
  }),
  seatJuror: http({
    method: "put",
    path: "/api/v1/staff/campaigns/{slug}/jury",
    who: may.runCampaigns,
    summary:
      "Limits a juror, or one who is invited, to nominations and age groups; points given before stay and count.",
    params: bySlug,
    body: z.object({ email, ...limits }),
    output: panel,
    refusals: ["invalid", "not_found", "conflict"],
  }),
};
