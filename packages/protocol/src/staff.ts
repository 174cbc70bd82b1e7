import { z } from "zod";
import { http } from "./operation.ts";
import { anyStaff, ROLES, staffOf } from "./roles.ts";
import { id, nothing } from "./values.ts";

export const staffMember = z.object({ id, name: z.string(), email: z.string(), role: z.enum(ROLES) });

export const staff = {
  signIn: http({
    method: "post",
    path: "/api/v1/staff/session",
    who: "anyone",
    summary: "Signs a member of staff in; the session is a cookie.",
    body: z.object({
      email: z.email().max(200),
      password: z.string().min(1).max(200),
      code: z.string().max(20).optional(),
    }),
    output: z.object({ staff: staffMember }),
    refusals: ["invalid", "unauthenticated", "rate_limited"],
  }),
  signOut: http({
    method: "delete",
    path: "/api/v1/staff/session",
    who: anyStaff,
    summary: "Signs out: every session and socket of that person ends within five seconds.",
    output: nothing,
    refusals: ["unauthenticated"],
  }),
  session: http({
    method: "get",
    path: "/api/v1/staff/session",
    who: anyStaff,
    summary: "Who is signed in.",
    output: z.object({ staff: staffMember }),
    refusals: ["unauthenticated"],
  }),
  members: http({
    method: "get",
    path: "/api/v1/staff/members",
    who: staffOf("admin"),
    summary: "The members of staff.",
    output: z.object({ items: z.array(staffMember.extend({ disabled: z.boolean() })) }),
    refusals: [],
  }),
  disable: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/disable",
    who: staffOf("admin"),
    summary: "Disables a person: their sessions and sockets end within five seconds.",
    params: z.object({ id }),
    output: z.object({ staff: staffMember.extend({ disabled: z.boolean() }) }),
    refusals: ["not_found", "conflict"],
  }),
};
export type StaffMemberView = z.infer<typeof staffMember>;
