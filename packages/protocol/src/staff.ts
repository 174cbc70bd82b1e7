import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { auditLog } from "./audit-log.ts";
import { may } from "./permissions.ts";
import { ROLES } from "./roles.ts";
import { email, id, line, moment, nothing } from "./values.ts";

const role = z.enum(ROLES);
/** Slug of the hotline whose matters a person answers; empty for all of them. */
const department = z.string().max(80);
const name = line(120);
const secretLink = z.string().min(20).max(200);

export const staffMember = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role,
  department: department.optional(),
});

const signedIn = z.object({
  staff: staffMember,
  /** Their role asks for a second factor: until it is set up, only their own account is open. */
  secondFactorNeeded: z.literal(true).optional(),
});

/** A colleague as an administrator sees them. */
export const member = staffMember.extend({
  disabled: z.boolean(),
  /** Signing in by password asks for a code too. */
  secondFactor: z.boolean(),
  passkeys: z.number().int(),
  /** Open sessions, and when one was last renewed. */
  sessions: z.number().int(),
  seenAt: moment.optional(),
});

export const staffSession = z.object({
  id,
  startedAt: moment,
  seenAt: moment,
  expiresAt: moment,
  /** What the browser called itself; empty when it did not say. */
  browser: z.string(),
  /** The one that asks. */
  current: z.boolean(),
});

export const invitation = z.object({
  id,
  /** A person who is new, or one of us who needs a new password. */
  kind: z.enum(["join", "password"]),
  email: z.string(),
  name: z.string(),
  role,
  department: department.optional(),
  invitedBy: z.string(),
  invitedAt: moment,
  expiresAt: moment,
});

export const passkey = z.object({ id, name: z.string(), addedAt: moment.optional() });

/** What the browser's credentials interface is given, and gives back; its own shapes. */
const ceremony = z.record(z.string(), z.unknown());
const bytes = z.string().min(1).max(4000);
/** A passkey's answer; bytes are base64url. */
const passkeyAnswer = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal("public-key"),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.string().max(200).optional(),
  }),
  clientExtensionResults: z.object({}),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
/** Proves that an answer belongs to a question of this server; of ten minutes. */
const challenge = z.string().min(10).max(2000);
const passwordAgain = z.object({ password: z.string().min(1).max(200) });
const newPassword = z.string().min(1).max(200);

export type Member = z.infer<typeof member>;
export type SignedIn = z.infer<typeof signedIn>;
export type StaffMemberView = z.infer<typeof staffMember>;
export type StaffSession = z.infer<typeof staffSession>;
export type Invitation = z.infer<typeof invitation>;
export type Passkey = z.infer<typeof passkey>;

const admin = may.manageStaff;

/** How a person comes in. */
const entering = {
  signIn: http({
    method: "post",
    path: "/api/v1/staff/session",
    who: "anyone",
    summary:
      "Signs a member of staff in; the session is a cookie. Without a needed code: `unauthenticated`, field `code`.",
    body: z.object({ email, password: z.string().min(1).max(200), code: z.string().max(20).optional() }),
    output: signedIn,
    refusals: ["invalid", "unauthenticated", "rate_limited"],
  }),
  entrance: http({
    method: "get",
    path: "/api/v1/staff/entrance",
    who: "anyone",
    summary: "In which ways staff may sign in, besides by password.",
    output: z.object({ singleSignOn: z.object({ name: z.string() }).optional() }),
    refusals: [],
  }),
  startPasskeySignIn: http({
    method: "post",
    path: "/api/v1/staff/session/passkey-challenge",
    who: "anyone",
    summary: "Begins signing in with a passkey.",
    output: z.object({ options: ceremony, challenge }),
    refusals: ["rate_limited"],
  }),
  passkeySignIn: http({
    method: "post",
    path: "/api/v1/staff/session/passkey",
    who: "anyone",
    summary: "Signs in with a passkey; the session is a cookie.",
    body: z.object({ challenge, response: passkeyAnswer }),
    output: signedIn,
    refusals: ["invalid", "unauthenticated", "rate_limited"],
  }),
  startSingleSignOn: http({
    method: "get",
    path: "/api/v1/staff/single-sign-on",
    who: "anyone",
    summary: "Sends the browser to the city's own sign-in service, where one is configured.",
    output: RAW,
    refusals: ["not_found", "unavailable", "rate_limited"],
  }),
  finishSingleSignOn: http({
    method: "get",
    path: "/api/v1/staff/single-sign-on/callback",
    who: "anyone",
    summary: "Where that service sends the browser back; leads to the console.",
    query: z.object({
      code: z.string().max(4000).optional(),
      state: z.string().max(2000).optional(),
      iss: z.string().max(1000).optional(),
      error: z.string().max(300).optional(),
      error_description: z.string().max(2000).optional(),
    }),
    output: RAW,
    refusals: ["not_found", "rate_limited"],
  }),
  openInvitation: http({
    method: "post",
    path: "/api/v1/staff/invitations/opening",
    who: "anyone",
    summary: "Whom an invitation's link is for.",
    body: z.object({ token: secretLink }),
    output: z.object({ invitation: invitation.pick({ kind: true, email: true, name: true, role: true }) }),
    refusals: ["invalid", "not_found", "rate_limited"],
  }),
  acceptInvitation: http({
    method: "post",
    path: "/api/v1/staff/invitations/acceptance",
    who: "anyone",
    summary: "Sets the password that the link was for; the link works once.",
    body: z.object({ token: secretLink, name: name.optional(), password: newPassword }),
    output: z.object({ email: z.string() }),
    refusals: ["invalid", "not_found", "conflict", "rate_limited"],
  }),
};

/** What a person does with their own account. */
const own = {
  signOut: http({
    method: "delete",
    path: "/api/v1/staff/session",
    who: may.useOwnAccount,
    summary: "Signs out: every session and socket of that person ends within five seconds.",
    output: nothing,
    refusals: ["unauthenticated"],
  }),
  session: http({
    method: "get",
    path: "/api/v1/staff/session",
    who: may.useOwnAccount,
    summary: "Who is signed in.",
    output: signedIn,
    refusals: ["unauthenticated"],
  }),
  account: http({
    method: "get",
    path: "/api/v1/staff/account",
    who: may.useOwnAccount,
    summary: "One's own sessions, passkeys and second factor.",
    output: z.object({
      secondFactor: z.boolean(),
      passkeys: z.array(passkey),
      sessions: z.array(staffSession),
    }),
    refusals: [],
  }),
  endSession: http({
    method: "delete",
    path: "/api/v1/staff/account/sessions/{id}",
    who: may.useOwnAccount,
    summary: "Ends one of one's own sessions.",
    params: z.object({ id }),
    output: nothing,
    refusals: ["not_found"],
  }),
  changePassword: http({
    method: "post",
    path: "/api/v1/staff/account/password",
    who: may.useOwnAccount,
    summary: "Changes one's password: every session and socket ends within five seconds.",
    body: z.object({ current: z.string().min(1).max(200), password: newPassword }),
    output: nothing,
    refusals: ["invalid", "rate_limited"],
  }),
  startSecondFactor: http({
    method: "post",
    path: "/api/v1/staff/account/second-factor",
    who: may.useOwnAccount,
    summary: "A secret for an authenticator app, and backup codes; in force once confirmed.",
    body: passwordAgain,
    output: z.object({ uri: z.string(), backupCodes: z.array(z.string()) }),
    refusals: ["invalid", "conflict", "rate_limited"],
  }),
  confirmSecondFactor: http({
    method: "post",
    path: "/api/v1/staff/account/second-factor/confirmation",
    who: may.useOwnAccount,
    summary: "Puts the second factor in force by a code of the app.",
    body: z.object({ code: z.string().trim().min(1).max(20) }),
    output: nothing,
    refusals: ["invalid", "conflict", "rate_limited"],
  }),
  removeSecondFactor: http({
    method: "post",
    path: "/api/v1/staff/account/second-factor/removal",
    who: may.useOwnAccount,
    summary: "Signing in asks for no code any more, where the role may do without.",
    body: passwordAgain,
    output: nothing,
    refusals: ["invalid", "conflict", "rate_limited"],
  }),
  renewBackupCodes: http({
    method: "post",
    path: "/api/v1/staff/account/second-factor/backup-codes",
    who: may.useOwnAccount,
    summary: "New backup codes; the old ones end.",
    body: passwordAgain,
    output: z.object({ backupCodes: z.array(z.string()) }),
    refusals: ["invalid", "conflict", "rate_limited"],
  }),
  startPasskey: http({
    method: "post",
    path: "/api/v1/staff/account/passkeys/challenge",
    who: may.useOwnAccount,
    unaudited: "changes nothing",
    summary: "Begins adding a passkey.",
    output: z.object({ options: ceremony, challenge }),
    refusals: [],
  }),
  addPasskey: http({
    method: "post",
    path: "/api/v1/staff/account/passkeys",
    who: may.useOwnAccount,
    summary: "Adds the passkey that the browser made.",
    body: z.object({ challenge, response: ceremony, name: line(80) }),
    output: z.object({ passkey }),
    status: 201,
    refusals: ["invalid"],
  }),
  removePasskey: http({
    method: "delete",
    path: "/api/v1/staff/account/passkeys/{id}",
    who: may.useOwnAccount,
    summary: "Removes one of one's own passkeys.",
    params: z.object({ id }),
    output: nothing,
    refusals: ["not_found"],
  }),
};

/** What administrators do with others. The last administrator who can come in stays one. */
const colleagues = {
  members: http({
    method: "get",
    path: "/api/v1/staff/members",
    who: admin,
    summary: "The members of staff.",
    output: z.object({ items: z.array(member) }),
    refusals: [],
  }),
  changeMember: http({
    method: "put",
    path: "/api/v1/staff/members/{id}",
    who: admin,
    summary: "Changes a person's name, role or department; an empty department is all of them.",
    params: z.object({ id }),
    body: z.object({ name: name.optional(), role: role.optional(), department: department.optional() }),
    output: z.object({ staff: member }),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  disable: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/disable",
    who: admin,
    summary: "Disables a person: their sessions and sockets end within five seconds.",
    params: z.object({ id }),
    output: z.object({ staff: member }),
    refusals: ["not_found", "conflict"],
  }),
  enable: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/enable",
    who: admin,
    summary: "Lets a disabled person sign in again.",
    params: z.object({ id }),
    output: z.object({ staff: member }),
    refusals: ["not_found"],
  }),
  endMemberSessions: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/sign-out",
    who: admin,
    summary: "Ends every session and socket of a person within five seconds.",
    params: z.object({ id }),
    output: z.object({ staff: member }),
    refusals: ["not_found"],
  }),
  resetSecondFactor: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/second-factor-reset",
    who: admin,
    summary: "For whoever lost their phone: passkeys and second factor go, and sessions end.",
    params: z.object({ id }),
    output: z.object({ staff: member }),
    refusals: ["not_found"],
  }),
  passwordLink: http({
    method: "post",
    path: "/api/v1/staff/members/{id}/password-link",
    who: admin,
    summary: "A link by which a person sets a new password: seven days, once.",
    params: z.object({ id }),
    output: z.object({ invitation, link: z.string() }),
    status: 201,
    refusals: ["not_found", "conflict"],
  }),
  invitations: http({
    method: "get",
    path: "/api/v1/staff/invitations",
    who: admin,
    summary: "Links that still wait for being used.",
    output: z.object({ items: z.array(invitation) }),
    refusals: [],
  }),
  invite: http({
    method: "post",
    path: "/api/v1/staff/invitations",
    who: admin,
    summary: "A link by which a new person joins: seven days, once. It is shown this once.",
    body: z.object({ email, name, role, department: department.optional() }),
    output: z.object({ invitation, link: z.string() }),
    status: 201,
    refusals: ["invalid", "conflict"],
  }),
  withdrawInvitation: http({
    method: "delete",
    path: "/api/v1/staff/invitations/{id}",
    who: admin,
    summary: "Makes a link worthless.",
    params: z.object({ id }),
    output: nothing,
    refusals: ["not_found"],
  }),
};

export const staff = { ...entering, ...own, ...colleagues, ...auditLog };
