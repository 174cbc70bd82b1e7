import { z } from "zod";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";

export const insights = {
  figures: http({
    method: "get",
    path: "/api/v1/staff/figures",
    who: may.readFigures,
    summary: "What was asked and how it was answered, by day, topic and outcome.",
    query: z.object({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
    output: z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      conversations: z.number().int(),
      messages: z.number().int(),
      /** Share of conversations that never needed an operator, 0–1. */
      servedByAssistant: z.number(),
      days: z.array(
        z.object({ day: z.iso.date(), conversations: z.number().int(), handovers: z.number().int() }),
      ),
      topics: z.array(z.object({ topic: z.string(), questions: z.number().int() })),
      outcomes: z.array(z.object({ outcome: z.string(), questions: z.number().int() })),
      helpful: z.object({ yes: z.number().int(), no: z.number().int() }),
      score: z.object({ mean: z.number().nullable(), count: z.number().int() }),
      entries: z.array(z.object({ campaign: z.string(), state: z.string(), entries: z.number().int() })),
    }),
    refusals: ["invalid"],
  }),
};
