import { hoursProblem, normaliseHouse } from "@veche/assistant";
import { z } from "zod";
import { localMoment } from "../city-time.ts";
import type { CellReading, Column } from "./sheet.ts";

const same = (value: string) => value;

/** Words; empty is allowed unless `required`. */
export function text(max: number, required: "required" | "optional" = "optional"): Column<string> {
  return {
    read(cell) {
      if (cell === "" && required === "required") return { reason: "empty_cell" };
      return cell.length > max ? { reason: "too_long", values: { max } } : { value: cell };
    },
    write: same,
  };
}

/** A cell that a rule accepts or not. */
function ruled(
  reason: "bad_slug" | "bad_date" | "bad_hours" | "bad_phone" | "bad_url" | "bad_email" | "bad_house",
  holds: (cell: string) => boolean,
): (required: "required" | "optional") => Column<string> {
  return (required) => ({
    read(cell) {
      if (cell === "") return required === "required" ? { reason: "empty_cell" } : { value: "" };
      return holds(cell) ? { value: cell } : { reason, values: { cell: shown(cell) } };
    },
    write: same,
  });
}

const shown = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 59)}…` : cell);
const matches = (schema: z.ZodType) => (cell: string) => schema.safeParse(cell).success;

export const slug = ruled("bad_slug", (cell) => /^[a-z0-9][a-z0-9-]{0,79}$/.test(cell));
/** `2026-11-22` */
export const date = ruled("bad_date", matches(z.iso.date()));
/** OpenStreetMap `opening_hours`. */
export const openingHours = ruled("bad_hours", (cell) => hoursProblem(cell) === undefined);
/** As people write it: «+7 (3999) 00-05-05», «112», «8 800 … доб. 4». */
export const phone = ruled("bad_phone", (cell) =>
  /^\+?\d[\d\s()-]{1,28}(?:\s*(?:доб\.|ext\.)\s*\d+)?$/.test(cell),
);
export const url = ruled("bad_url", matches(z.url({ protocol: /^https?$/ }).max(1000)));
export const email = ruled("bad_email", matches(z.email().max(200)));
export const house = ruled("bad_house", (cell) => normaliseHouse(cell) !== undefined);

export function oneOf<const Value extends string>(allowed: readonly Value[]): Column<Value> {
  return {
    read(cell) {
      const value = allowed.find((one) => one === cell);
      return value
        ? { value }
        : { reason: "not_one_of", values: { cell: shown(cell), allowed: allowed.join(", ") } };
    },
    write: same,
  };
}

/** Several in one cell. */
export function list(
  separator: ";" | " | ",
  of: Column<string>,
  required: "required" | "optional" = "optional",
): Column<readonly string[]> {
  return {
    read(cell): CellReading<string[]> {
      const values: string[] = [];
      for (const item of cell.split(separator.trim()).map((part) => part.trim())) {
        if (item === "") continue;
        const reading = of.read(item);
        if (!("value" in reading)) return reading;
        values.push(reading.value);
      }
      return values.length === 0 && required === "required" ? { reason: "empty_cell" } : { value: values };
    },
    write: (values) => values.map((value) => of.write(value)).join(separator),
  };
}

const moments = z.iso.datetime({ offset: true });

/** Written on the city's clocks, with the offset; kept as ISO 8601 UTC. */
export function moment(timeZone: string): Column<string> {
  return {
    read(cell) {
      if (cell === "") return { reason: "empty_cell" };
      return moments.safeParse(cell).success
        ? { value: new Date(cell).toISOString() }
        : { reason: "bad_moment", values: { cell: shown(cell) } };
    },
    write: (value) => localMoment(timeZone, new Date(value)),
  };
}

/** Likewise, or empty. */
export function optionalMoment(timeZone: string): Column<string | undefined> {
  const { read, write } = moment(timeZone);
  return {
    read: (cell) => (cell === "" ? { value: undefined } : read(cell)),
    write: (value) => (value ? write(value) : ""),
  };
}
