import { z } from "zod";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";
import { ROLES } from "./roles.ts";
import { moment, sentence } from "./values.ts";

const originShape = /^https?:\/\/[^\s/?#]+$/;

/** What the city calls itself, looks like and says first; admins set it. */
export const citySettings = z.object({
  name: sentence,
  /** Over the chat. */
  heading: sentence,
  greeting: sentence,
  /** Questions to start with. */
  suggestions: z.object({
    ru: z.array(z.string().max(200)).max(8),
    en: z.array(z.string().max(200)).max(8).default([]),
  }),
  /** Slug of the hotline that a resident is given when nobody else is meant. */
  callCentre: z.string().max(80).default("call-centre"),
  /** Of the call centre; by default its hotline's first. */
  phone: z.string().max(40).optional(),
  privacyUrl: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .optional(),
  /** What a resident agrees to by writing, in the city's words; said before the first message. */
  notice: sentence.optional(),
  /** When operators answer, as `opening_hours`; by default the call centre's own. */
  operatorHours: z.string().max(300).optional(),
  /** The town's colour, `#14599c`, where the page that embeds the chat sets none. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  /** Whose pages may embed the chat, besides those that the server was started with. */
  origins: z.array(z.string().max(200).regex(originShape)).max(50).default([]),
  /** Of whom signing in asks for more than a password. */
  secondFactor: z.array(z.enum(ROLES)).max(ROLES.length).default([]),
});
export type CitySettings = z.infer<typeof citySettings>;

/** Who set a setting last, and when. */
const settingChange = z.object({ name: z.string(), at: moment, by: z.string() });
const shown = z.object({
  settings: citySettings,
  /** Counts every save; the administrator sends back the one that they saw. */
  version: z.string(),
  changes: z.array(settingChange),
});

export const citySettingsOperations = {
  settings: http({
    method: "get",
    path: "/api/v1/staff/settings",
    who: may.changeSettings,
    summary: "The city's settings, each with who changed it last.",
    output: shown,
    refusals: [],
  }),
  saveSettings: http({
    method: "put",
    path: "/api/v1/staff/settings",
    who: may.changeSettings,
    summary: "Changes the city's settings; the next page that opens the chat has them.",
    body: z.object({ settings: citySettings, version: z.string().max(40) }),
    output: shown,
    refusals: ["invalid", "conflict"],
  }),
};
