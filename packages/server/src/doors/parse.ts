import { Refusal } from "@veche/protocol";
import type { z } from "zod";

const isNumber = (kind: string) => kind === "number" || kind === "int";

/** Names the sentence for what zod found wrong first. */
function reasonOf(
  issue: z.core.$ZodIssue,
  given: unknown,
): { reason: string; values?: Record<string, number> } {
  switch (issue.code) {
    case "too_big":
      if (isNumber(issue.origin))
        return { reason: "invalid.at_most", values: { max: Number(issue.maximum) } };
      return issue.origin === "string"
        ? { reason: "invalid.too_long", values: { max: Number(issue.maximum) } }
        : { reason: "invalid.wrong" };
    case "too_small":
      if (isNumber(issue.origin))
        return { reason: "invalid.at_least", values: { min: Number(issue.minimum) } };
      if (issue.origin !== "string") return { reason: "invalid.wrong" };
      return Number(issue.minimum) === 1
        ? { reason: "invalid.missing" }
        : { reason: "invalid.too_short", values: { min: Number(issue.minimum) } };
    case "invalid_type":
      if (given === undefined) return { reason: "invalid.missing" };
      return { reason: isNumber(issue.expected) ? "invalid.number" : "invalid.wrong" };
    case "custom":
      if (issue.message === "empty") return { reason: "invalid.missing" };
      if (issue.message === "too_long") return { reason: "invalid.too_long", values: { max: 4000 } };
      return { reason: "invalid.wrong" };
    default:
      return { reason: "invalid.wrong" };
  }
}

/** What was given there: a coerced value would no longer tell whether anything was. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === "object" && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}

const isStorable = (text: string) => !text.includes("\0") && text.isWellFormed();

/** Without null characters and halves of emoji: Postgres stores neither, and nobody means them. */
export const storableText = (text: string): string =>
  isStorable(text) ? text : text.toWellFormed().replaceAll("\0", "");

/** The same of every string in it. */
export function storable(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [storable(name), storable(part)]));
}

/**
 * Bytes' meaning, once, at the door, without characters that can't be stored.
 *
 * @throws Refusal `invalid` that names the field and what is wrong with it
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(storable(value));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (!issue) throw new Refusal("invalid");
  const { reason, values } = reasonOf(issue, at(value, issue.path));
  const field = issue.path.join(".");
  throw new Refusal("invalid", { reason, values, ...(field ? { field } : {}) });
}
