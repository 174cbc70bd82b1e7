import { z } from "zod";
import { ownEntry } from "./campaign-shapes.ts";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, moment, slug } from "./values.ts";

/** What a family answers to the invitation; it can be changed until the day. */
export const invitationReply = z.object({
  coming: z.boolean(),
  /** With the child. */
  people: z.number().int().min(1).max(20).optional(),
  /** Whether the child may be photographed there; nothing said is no. */
  photo: z.boolean().optional(),
});
export type InvitationReply = z.infer<typeof invitationReply>;

/** Who is called out on the day: everybody who was awarded, with what came of the invitation. */
export const ceremonyGuest = z.object({
  entryId: id,
  entryNumber: z.number().int(),
  /** As it is called out: last name, first name. Empty once names are no longer kept. */
  name: z.string(),
  age: z.number().int().optional(),
  title: z.string(),
  nomination: slug,
  ageGroup: slug,
  awards: z.array(z.string()),
  guardian: z.object({ name: z.string(), contact: z.string() }),
  invitedAt: moment.optional(),
  reply: invitationReply.optional(),
  /** Whom the prize was given to, when and by whom of the staff. */
  handedOut: z.object({ to: z.string(), at: moment, by: z.string() }).optional(),
});
export type CeremonyGuest = z.infer<typeof ceremonyGuest>;

export const ceremony = z.object({
  at: moment.optional(),
  place: z.string(),
  note: z.string(),
  /** Invitations wait for the announcement. */
  announced: z.boolean(),
  /** Whether letters go: the city has a mail server. */
  mail: z.boolean(),
  /** In the order in which they are called. */
  guests: z.array(ceremonyGuest),
  /** Somebody changed the order by hand. */
  reordered: z.boolean(),
});
export type Ceremony = z.infer<typeof ceremony>;

export const CEREMONY_LISTS = ["calling", "prizes", "photo"] as const;
const ofCampaign = z.object({ slug });
const ofEntry = z.object({ id });
const told = z.object({ ceremony });
const staff = may.runCampaigns;

/** Handing out the prizes: who is invited, who comes, in which order they are called, who got what. */
export const ceremonies = {
  ceremonyCalendar: http({
    method: "get",
    path: "/campaigns/{slug}/ceremony.ics",
    who: "anyone",
    summary: "The ceremony for a calendar program (RFC 5545), in the city's time.",
    params: ofCampaign,
    output: RAW,
    refusals: ["not_found", "rate_limited"],
  }),
  replyToInvitation: http({
    method: "put",
    path: "/api/v1/entries/{id}/invitation",
    who: "token",
    summary: "Tells whether the family comes to the ceremony, how many, and whether photographs are allowed.",
    params: ofEntry,
    body: invitationReply,
    output: z.object({ entry: ownEntry }),
    refusals: ["unauthenticated", "invalid", "not_found", "conflict", "rate_limited"],
  }),
  ceremony: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/ceremony",
    who: staff,
    summary: "The ceremony: when and where, and its guests in the order in which they are called.",
    params: ofCampaign,
    output: told,
    refusals: ["not_found"],
  }),
  setCeremony: http({
    method: "put",
    path: "/api/v1/staff/campaigns/{slug}/ceremony",
    who: staff,
    summary: "Sets when and where prizes are handed out; who was invited already is told of the change.",
    params: ofCampaign,
    body: z.object({ at: moment, place: line(300), note: z.string().trim().max(1000) }),
    output: told,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  inviteToCeremony: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/ceremony/invitations",
    who: staff,
    summary: "Invites everybody who was awarded and is not invited yet.",
    params: ofCampaign,
    output: told,
    refusals: ["not_found", "conflict"],
  }),
  orderCeremony: http({
    method: "put",
    path: "/api/v1/staff/campaigns/{slug}/ceremony/order",
    who: staff,
    summary:
      "Sets the order in which guests are called; an empty list brings back the one by nomination, age group and place.",
    params: ofCampaign,
    body: z.object({ entryIds: z.array(id).max(1000) }),
    output: told,
    refusals: ["invalid", "not_found"],
  }),
  noteReply: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/invitation",
    who: staff,
    summary: "Notes what a family answered by telephone.",
    params: ofEntry,
    body: invitationReply,
    output: told,
    refusals: ["invalid", "not_found"],
  }),
  handOutPrize: http({
    method: "put",
    path: "/api/v1/staff/entries/{id}/prize",
    who: staff,
    summary: "Notes to whom a prize was given; when and by whom is kept with it.",
    params: ofEntry,
    body: z.object({ to: line(160) }),
    output: told,
    refusals: ["invalid", "not_found", "conflict"],
  }),
  takePrizeBack: http({
    method: "delete",
    path: "/api/v1/staff/entries/{id}/prize",
    who: staff,
    summary: "Takes such a note back.",
    params: ofEntry,
    output: told,
    refusals: ["not_found"],
  }),
  ceremonyList: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/ceremony/list.pdf",
    who: staff,
    summary: "A list to print: the order of calling, the prizes to sign for, who may be photographed.",
    params: ofCampaign,
    query: z.object({ list: z.enum(CEREMONY_LISTS) }),
    output: RAW,
    refusals: ["invalid", "not_found", "conflict"],
  }),
};
