import { z } from "zod";
import { OUTAGE_RESOURCES } from "./city.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, moment, nothing } from "./values.ts";

export const CITY_LISTS = ["hotlines", "organisations", "streets", "buildings", "outages"] as const;
export type CityList = (typeof CITY_LISTS)[number];

const sheet = z.enum(CITY_LISTS);
/** A record as its cells: what a file would hold. */
const cells = z.record(z.string().max(40), z.string().max(10_000));
const key = z.string().min(1).max(400);
export const fileFormat = z.enum(["csv", "xlsx"]);

/** A file that was read: what it would change, or every mistake by row. */
export const sheetImport = z.object({
  id,
  sheet: z.string(),
  state: z.enum(["ready", "refused", "writing", "done"]),
  counts: z
    .object({
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      unchanged: z.number().int(),
    })
    .optional(),
  /** The first two hundred, in the reader's language. */
  problems: z.array(z.object({ line: z.number().int().optional(), text: z.string() })),
  problemCount: z.number().int(),
  warnings: z.array(z.object({ line: z.number().int().optional(), text: z.string() })),
  changes: z.array(z.object({ key: z.string(), kind: z.enum(["added", "changed", "removed"]) })),
  /** 0..1, while it is written. */
  progress: z.number().optional(),
});
export type SheetImport = z.infer<typeof sheetImport>;

/** One street of a supplier's notice, held against the city's street list. */
export const readPlace = z.object({
  /** As the notice says it. */
  written: z.string(),
  street: z.string().optional(),
  type: z.string().optional(),
  houses: z.string(),
  /** Houses of the city's list that it touches. */
  buildings: z.number().int(),
  /** Other streets that the words could mean. */
  choices: z.array(z.object({ street: z.string(), type: z.string(), district: z.string() })),
  /** Houses that mean nothing here. */
  notUnderstood: z.array(z.string()),
});

export const noticeReading = z.object({
  resource: z.enum(OUTAGE_RESOURCES).optional(),
  kind: z.enum(["planned", "emergency"]),
  /** One for each day with hours of its own. */
  periods: z.array(z.object({ startsAt: moment, endsAt: moment })),
  /** No hours were named: these are the usual ones. */
  assumedHours: z.boolean(),
  reason: z.string(),
  responsible: z.string().optional(),
  places: z.array(readPlace),
  /** The pieces that mean nothing here. */
  notUnderstood: z.array(z.string()),
});
export type NoticeReading = z.infer<typeof noticeReading>;
export type ReadPlace = z.infer<typeof readPlace>;

export const outageChange = z.object({
  id,
  at: moment,
  by: z.string(),
  act: z.enum(["prolong", "restore", "cancel"]),
  /** Who said so: a supplier's notice, a call. */
  source: z.string(),
  endsAtBefore: moment,
  endsAt: moment,
});
export type OutageChange = z.infer<typeof outageChange>;

/** A day that is not as the calendar has it. */
export const cityDay = z.object({
  date: z.iso.date(),
  /** Slug of a hotline; empty for everyone who rests at weekends. */
  department: z.string().max(80),
  /** `09:00-13:00,14:00-16:00`; empty when closed all day. */
  hours: z.string().trim().max(100),
  reason: z.string(),
  by: z.string(),
  at: moment,
});
export type CityDay = z.infer<typeof cityDay>;
const dayOf = { date: z.iso.date(), department: z.string().max(80).default("") };

export const cityData = {
  days: http({
    method: "get",
    path: "/api/v1/staff/city-days",
    who: may.readCityData,
    summary: "Days that are not as the calendar has them, and the production calendar itself.",
    output: z.object({
      items: z.array(cityDay),
      calendar: z.object({
        holidays: z.array(z.iso.date()),
        shortDays: z.array(z.iso.date()),
        workingWeekends: z.array(z.iso.date()),
      }),
    }),
    refusals: [],
  }),
  saveDay: http({
    method: "put",
    path: "/api/v1/staff/city-days",
    who: may.editCityData,
    summary: "Sets a day's hours, or closes it: for a department, or for everyone who rests at weekends.",
    body: z.object({
      ...dayOf,
      hours: z.string().trim().max(100).default(""),
      reason: z.string().trim().min(1).max(300),
    }),
    output: z.object({ day: cityDay }),
    refusals: ["invalid"],
  }),
  removeDay: http({
    method: "post",
    path: "/api/v1/staff/city-days/removal",
    who: may.editCityData,
    summary: "Takes such a day away: it is as the calendar has it again.",
    body: z.object(dayOf),
    output: nothing,
    refusals: ["not_found"],
  }),
  rows: http({
    method: "get",
    path: "/api/v1/staff/city/{sheet}",
    who: may.readCityData,
    summary: "Records of one of the city's lists, as their cells.",
    params: z.object({ sheet }),
    query: z.object({
      query: z.string().max(200).optional(),
      offset: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: z.object({
      columns: z.array(z.string()),
      items: z.array(z.object({ key, cells })),
      total: z.number().int(),
    }),
    refusals: ["invalid"],
  }),
  saveRow: http({
    method: "put",
    path: "/api/v1/staff/city/{sheet}/row",
    who: may.editCityData,
    summary: "Adds a record, or changes the one of `key` if it still is as it was seen.",
    params: z.object({ sheet }),
    body: z.object({ key: key.optional(), seen: cells.optional(), cells }),
    output: z.object({ row: z.object({ key, cells }) }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  removeRow: http({
    method: "post",
    path: "/api/v1/staff/city/{sheet}/removal",
    who: may.editCityData,
    summary: "Removes a record.",
    params: z.object({ sheet }),
    body: z.object({ key }),
    output: nothing,
    refusals: ["not_found"],
  }),
  exportRows: http({
    method: "get",
    path: "/api/v1/staff/city/{sheet}/file",
    who: may.readCityData,
    summary: "A list as a file: CSV or XLSX, as the import takes it.",
    params: z.object({ sheet }),
    query: z.object({ format: fileFormat.default("csv") }),
    output: RAW,
    refusals: ["invalid"],
  }),
  readFile: http({
    method: "post",
    path: "/api/v1/staff/city/{sheet}/imports",
    who: may.editCityData,
    unaudited: "changes nothing",
    summary: "Reads a file (CSV or XLSX) that holds a whole list, and says what it would change.",
    params: z.object({ sheet }),
    upload: "file",
    output: z.object({ import: sheetImport }),
    status: 201,
    refusals: ["invalid", "too_large", "unsupported_media"],
  }),
  importState: http({
    method: "get",
    path: "/api/v1/staff/city-imports/{id}",
    who: may.editCityData,
    summary: "How far an import is.",
    params: z.object({ id }),
    output: z.object({ import: sheetImport }),
    refusals: ["not_found"],
  }),
  takeImport: http({
    method: "post",
    path: "/api/v1/staff/city-imports/{id}/application",
    who: may.editCityData,
    summary: "Takes the file that was read, all of it or nothing.",
    params: z.object({ id }),
    output: z.object({ import: sheetImport }),
    refusals: ["not_found", "conflict"],
  }),
  readNotice: http({
    method: "post",
    path: "/api/v1/staff/outage-notices",
    who: may.editCityData,
    unaudited: "changes nothing",
    summary: "What a supplier's notice says: resource, streets and houses, from when until when, why.",
    body: z.object({ text: z.string().trim().min(3).max(20_000) }),
    output: z.object({ reading: noticeReading }),
    refusals: ["invalid"],
  }),
  changeOutage: http({
    method: "post",
    path: "/api/v1/staff/outages/{id}/changes",
    who: may.editCityData,
    summary: "Prolongs, ends or cancels an outage, with who said so.",
    params: z.object({ id }),
    body: z.object({
      act: z.enum(["prolong", "restore", "cancel"]),
      endsAt: moment.optional(),
      source: z.string().trim().min(1).max(300),
    }),
    output: z.object({ change: outageChange }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  outageChanges: http({
    method: "get",
    path: "/api/v1/staff/outages/{id}/changes",
    who: may.readCityData,
    summary: "What became of an outage, and who said so.",
    params: z.object({ id }),
    output: z.object({ items: z.array(outageChange) }),
    refusals: [],
  }),
};
