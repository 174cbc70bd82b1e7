export const ROLES = ["admin", "editor", "operator", "moderator", "jury", "analyst"] as const;

/** What a member of staff is for; one each. */
export type Role = (typeof ROLES)[number];

/**
 * Who may call an operation. `anyone`: the public. `token`: whoever holds the token of the
 * conversation or entry; the room opens it by that. `staff`: a signed-in person of one of the roles.
 */
export type Who = "anyone" | "token" | { readonly staff: readonly Role[] };
