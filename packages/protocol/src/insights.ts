import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";

const many = z.number().int();
const asked = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Conversations of this department alone; its slug. */
  department: z.string().max(80).optional(),
  /** Without it long periods are told by weeks, others by days. */
  step: z.enum(["day", "week"]).optional(),
});

/** Seconds from the queue to an operator: half waited no longer than `median`, nine of ten than `most`. */
const wait = z.object({ count: many, median: z.number().nullable(), most: z.number().nullable() });

/** What a period comes to, in a few figures. */
const totals = z.object({
  conversations: many,
  /** Share of conversations that never needed an operator, 0–1. */
  servedByAssistant: z.number(),
  wait,
  score: z.object({ mean: z.number().nullable(), count: many }),
});

export const FIGURE_TABLES = ["days", "topics", "operators"] as const;

export const insights = {
  figures: http({
    method: "get",
    path: "/api/v1/staff/figures",
    who: may.readFigures,
    summary: "What was asked and how it was answered, by day, topic and outcome, and how it was before.",
    query: asked,
    output: totals.extend({
      from: z.iso.date(),
      to: z.iso.date(),
      step: z.enum(["day", "week"]),
      messages: many,
      /** The period of the same length that ended when this one began. */
      before: totals,
      /** A row a step, told by its first day. */
      days: z.array(
        z.object({
          day: z.iso.date(),
          conversations: many,
          handovers: many,
          /** How the assistant's answers went: given, offered to choose from, to an operator, none known. */
          answered: many,
          chosen: many,
          toOperator: many,
          unknown: many,
          /** Seconds, as in `wait`. */
          waitMedian: z.number().nullable(),
          waitMost: z.number().nullable(),
        }),
      ),
      /** Conversations by the hour of the city's clocks in which they began, midnight first. */
      hours: z.array(many).length(24),
      /** The same by the day of the week, Monday first. */
      weekdays: z.array(many).length(7),
      /** The most asked first; `days` are its questions in each step; `yes` and `no` whether the answer helped. */
      topics: z.array(
        z.object({ topic: z.string(), questions: many, yes: many, no: many, days: z.array(many) }),
      ),
      outcomes: z.array(z.object({ outcome: z.string(), questions: many })),
      /** Where residents wrote from. */
      channels: z.array(z.object({ channel: z.string(), conversations: many })),
      /** Who answered residents, the busiest first. */
      operators: z.array(z.object({ name: z.string(), conversations: many, messages: many })),
      /** How many gave one star, two, … five. */
      stars: z.array(many).length(5),
      helpful: z.object({ yes: many, no: many }),
      entries: z.array(z.object({ campaign: z.string(), state: z.string(), entries: many })),
    }),
    refusals: ["invalid"],
  }),
  figuresFile: http({
    method: "get",
    path: "/api/v1/staff/figures-file",
    who: may.readFigures,
    summary: "One table of the figures as a file for spreadsheets.",
    query: asked.extend({
      table: z.enum(FIGURE_TABLES).default("days"),
      format: z.enum(["csv", "xlsx"]).default("csv"),
    }),
    output: RAW,
    refusals: ["invalid"],
  }),
};
