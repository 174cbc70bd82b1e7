export { type Auth, createAuth, type PasswordKeeping, sessionCookie, type SingleSignOn } from "./auth.ts";
export { createStaff, type NewMember, type Staff } from "./staff.ts";
export { staffTexts } from "./texts.ts";
