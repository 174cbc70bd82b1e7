import { Refusal } from "@veche/protocol";
import type { z } from "zod";

/** Names the sentence for what zod found wrong first. */
function reasonOf(issue: z.core.$ZodIssue): { reason: string; values?: Record<string, number> } {
  switch (issue.code) {
    case "too_big":
      return issue.origin === "string"
        ? { reason: "invalid.too_long", values: { max: Number(issue.maximum) } }
        : { reason: "invalid.wrong" };
    case "too_small":
      if (issue.origin !== "string") return { reason: "invalid.wrong" };
      return Number(issue.minimum) === 1
        ? { reason: "invalid.missing" }
        : { reason: "invalid.too_short", values: { min: Number(issue.minimum) } };
    case "invalid_type":
      return { reason: issue.input === undefined ? "invalid.missing" : "invalid.wrong" };
    case "custom":
      if (issue.message === "empty") return { reason: "invalid.missing" };
      if (issue.message === "too_long") return { reason: "invalid.too_long", values: { max: 4000 } };
      return { reason: "invalid.wrong" };
    default:
      return { reason: "invalid.wrong" };
  }
}

/**
 * Bytes' meaning, once, at the door.
 *
 * @throws Refusal `invalid` that names the field and what is wrong with it
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new Refusal("invalid");
  const { reason, values } = reasonOf(issue);
  const field = issue.path.join(".");
  throw new Refusal("invalid", { reason, values, ...(field ? { field } : {}) });
}
