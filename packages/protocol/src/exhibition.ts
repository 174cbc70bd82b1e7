import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { slug } from "./values.ts";

const progress = z.object({ total: z.number().int(), made: z.number().int() });
const ofCampaign = z.object({ slug });

/** Sheets for a wall, A3, of works whose use was consented to. */
export const exhibitions = {
  exhibition: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/exhibition",
    who: may.runCampaigns,
    summary: "How many exhibition sheets are chosen, and made.",
    params: ofCampaign,
    output: progress,
    refusals: ["not_found"],
  }),
  makeExhibition: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/exhibition",
    who: may.runCampaigns,
    summary: "Chooses the works to hang, and begins to make a sheet of each; ready ones stay.",
    params: ofCampaign,
    body: z.object({ works: z.enum(["awarded", "all"]) }),
    output: progress,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  exhibitionArchive: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/exhibition.zip",
    who: may.runCampaigns,
    summary: "The sheets that are made, a PDF each, in one ZIP.",
    params: ofCampaign,
    output: RAW,
    refusals: ["not_found"],
  }),
};
