import { z } from "zod";
import { http } from "./operation.ts";
import { locale, moment } from "./values.ts";

export const OUTAGE_RESOURCES = ["cold_water", "hot_water", "heating", "power", "gas"] as const;

export const hotline = z.object({
  slug: z.string(),
  name: z.string(),
  phones: z.array(z.string()),
  extension: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
  /** OpenStreetMap `opening_hours`. */
  hours: z.string(),
  topics: z.array(z.string()),
  about: z.string(),
  openNow: z.boolean(),
  /** When it closes, if open and not round the clock. */
  openUntil: moment.optional(),
  /** When it opens, if closed. */
  opensAt: moment.optional(),
});

export const outage = z.object({
  id: z.string(),
  resource: z.enum(OUTAGE_RESOURCES),
  kind: z.enum(["planned", "emergency"]),
  startsAt: moment,
  endsAt: moment,
  affected: z.string(),
  reason: z.string(),
  responsible: z.object({ slug: z.string(), name: z.string(), phones: z.array(z.string()) }).optional(),
  note: z.string().optional(),
  current: z.boolean(),
});

export type Hotline = z.infer<typeof hotline>;
export type Outage = z.infer<typeof outage>;
export type OutageResource = (typeof OUTAGE_RESOURCES)[number];

export const city = {
  config: http({
    method: "get",
    path: "/api/v1/config",
    who: "anyone",
    summary: "What the widget shows before it connects.",
    query: z.object({ locale: locale.optional() }),
    output: z.object({
      city: z.string(),
      heading: z.string(),
      greeting: z.string(),
      locales: z.array(locale),
      /** The city's, as IANA names it: `Asia/Yekaterinburg`. */
      timeZone: z.string(),
      privacyUrl: z.string().optional(),
      operators: z.object({ openNow: z.boolean(), opensAt: moment.optional() }),
      /** Questions to start with. */
      suggestions: z.array(z.string()),
      phone: z.string().optional(),
      /** The town's colour, where the page sets none. */
      accent: z.string().optional(),
      /** What a resident agrees to by writing. */
      notice: z.string().optional(),
      /** Whether a device can be told of an answer while the chat is closed. */
      alerts: z.boolean().optional(),
    }),
    refusals: ["rate_limited"],
  }),
  hotlines: http({
    method: "get",
    path: "/api/v1/hotlines",
    who: "anyone",
    summary: "Departments with phones, hours and whether they are open now.",
    query: z.object({ locale: locale.optional(), topic: z.string().max(60).optional() }),
    output: z.object({ items: z.array(hotline) }),
    refusals: ["invalid", "rate_limited"],
  }),
  outages: http({
    method: "get",
    path: "/api/v1/outages",
    who: "anyone",
    summary: "Current and planned outages, at an address where one is given.",
    query: z.object({ address: z.string().max(300).optional(), locale: locale.optional() }),
    output: z.object({
      /** How the address was understood; absent when it was not. */
      address: z.object({ street: z.string(), type: z.string(), house: z.string().optional() }).optional(),
      /** Other streets that the words could mean. */
      alternatives: z.array(z.object({ street: z.string(), type: z.string(), district: z.string() })),
      items: z.array(outage),
    }),
    refusals: ["invalid", "rate_limited"],
  }),
};
