export { type Auth, createAuth, sessionCookie } from "./auth.ts";
export { createStaff, type NewMember, type Staff } from "./staff.ts";
export { staffTexts } from "./texts.ts";
