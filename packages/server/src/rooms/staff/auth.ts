import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Database } from "../../storage/index.ts";

const SESSION_HOURS = 12;
/** How this server calls the city's own sign-in service towards better-auth. */
export const SINGLE_SIGN_ON = "city";
export const SINGLE_SIGN_ON_CALLBACK = "/api/v1/staff/single-sign-on/callback";

/** Over https browsers give the cookie to no other host, and take it from none. */
export const sessionCookie = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? "__Host-veche_staff" : "veche_staff";

/** Browsers give passkeys to names only; on the machine itself that name is localhost. */
function passkeysHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return /^[\d.]+$|^\[/.test(hostname) ? "localhost" : hostname;
}

/** An OpenID Connect service at which the city's staff have accounts. */
export interface SingleSignOn {
  /** Of the issuer; its `/.well-known/openid-configuration` is read. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button calls it. */
  readonly name: string;
}

/** How passwords are kept: scrypt, as better-auth does it, unless others are handed in. */
export interface PasswordKeeping {
  hash(password: string): Promise<string>;
  verify(data: { hash: string; password: string }): Promise<boolean>;
}

export interface AuthParts {
  readonly database: Database;
  readonly secret: string;
  /** Where staff open the console. Over https the cookie is bound to the host. */
  readonly publicUrl: string;
  readonly singleSignOn?: SingleSignOn;
  readonly passwords?: PasswordKeeping;
}

/**
 * better-auth, used as a library only: its own HTTP routes are not mounted, so that signing in has
 * one door, ours, with our limits. It keeps passwords (scrypt), sessions, second factors (encrypted
 * with the secret), passkeys and the ties to the sign-in service.
 */
export function createAuth({ database, secret, publicUrl, singleSignOn, passwords }: AuthParts) {
  const secure = publicUrl.startsWith("https:");
  return betterAuth({
    appName: "Veche",
    baseURL: publicUrl,
    secret,
    database: { db: database.direct, type: "sqlite" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 8,
      maxPasswordLength: 200,
      ...(passwords && { password: passwords }),
    },
    session: {
      expiresIn: SESSION_HOURS * 3600,
      updateAge: 3600,
      additionalFields: { strong: { type: "boolean", required: false, input: false } },
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        disabled: { type: "boolean", required: false, input: false, defaultValue: false },
        department: { type: "string", required: false, input: false },
      },
    },
    // Only whose e-mail the service itself has verified becomes a colleague of that e-mail.
    account: { accountLinking: { enabled: true, trustedProviders: [] } },
    plugins: [
      twoFactor({ issuer: "Veche" }),
      passkey({
        rpName: "Veche",
        rpID: passkeysHost(publicUrl),
        authenticatorSelection: { residentKey: "required" },
      }),
      genericOAuth({
        config: singleSignOn
          ? [
              {
                providerId: SINGLE_SIGN_ON,
                discoveryUrl: `${singleSignOn.issuer}/.well-known/openid-configuration`,
                clientId: singleSignOn.clientId,
                clientSecret: singleSignOn.clientSecret,
                scopes: ["openid", "email", "profile"],
                redirectURI: publicUrl + SINGLE_SIGN_ON_CALLBACK,
                disableSignUp: true,
                disableProviderLogout: true,
              },
            ]
          : [],
      }),
    ],
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
