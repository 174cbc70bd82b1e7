import { betterAuth } from "better-auth";
import type { Database } from "../../storage/index.ts";

const SESSION_HOURS = 12;

/** Over https browsers give the cookie to no other host, and take it from none. */
export const sessionCookie = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? "__Host-veche_staff" : "veche_staff";

export interface AuthParts {
  readonly database: Database;
  readonly secret: string;
  /** Where staff open the console. Over https the cookie is bound to the host. */
  readonly publicUrl: string;
}

/**
 * better-auth, used as a library only: its own HTTP routes are not mounted, so that signing in has
 * one door, ours, with our limits. It keeps passwords (scrypt) and sessions.
 */
export function createAuth({ database, secret, publicUrl }: AuthParts) {
  const secure = publicUrl.startsWith("https:");
  return betterAuth({
    appName: "Veche",
    baseURL: publicUrl,
    secret,
    database: { db: database.direct, type: "sqlite" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 200 },
    session: { expiresIn: SESSION_HOURS * 3600, updateAge: 3600 },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        disabled: { type: "boolean", required: false, input: false, defaultValue: false },
      },
    },
    advanced: {
      useSecureCookies: secure,
      disableOriginCheck: true,
      cookies: {
        session_token: {
          name: sessionCookie(publicUrl),
          attributes: { httpOnly: true, sameSite: "strict", path: "/", secure },
        },
      },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
