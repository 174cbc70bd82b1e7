import { type HandlersOf, type Operations, Refusal, WithHeaders } from "@veche/protocol";
import type { Auth } from "./auth.ts";
import { assertStrong } from "./credentials/password.ts";
import type { createPasskeys } from "./credentials/passkeys.ts";
import type { StaffStore } from "./store.ts";

export interface AccountParts {
  readonly auth: Auth;
  readonly store: StaffStore;
  readonly clock: () => Date;
  readonly passkeys: ReturnType<typeof createPasskeys>;
  readonly assertPassword: (
    staff: { id: string; email: string },
    password: string,
    network: string,
    field?: string,
  ) => Promise<void>;
  readonly setPassword: (staffId: string, password: string) => Promise<void>;
  readonly endSessions: (staffId: string) => Promise<void>;
  /** Sockets look anew whose session still holds. */
  readonly sessionsEnded: (staffId: string) => void;
}

type Own = Pick<
  HandlersOf<Operations["staff"]>,
  "signOut" | "session" | "account" | "endSession" | "changePassword"
>;

/** What a person does with their own account. */
export function createAccount(parts: AccountParts): Own {
  const { auth, store, clock, passkeys, assertPassword, setPassword, endSessions, sessionsEnded } = parts;

  /** The reply that takes the session's cookie away. */
  async function signedOut(): Promise<WithHeaders<{}>> {
    const { name, attributes } = (await auth.$context).authCookies.sessionToken;
    const secure = attributes.secure ? "; Secure" : "";
    return new WithHeaders(
      {},
      { "Set-Cookie": `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${secure}` },
    );
  }

  return {
    async signOut(_input, { staff }) {
      await endSessions(staff.id);
      return signedOut();
    },

    async session(_input, { staff: { id, name, email, role, department, confined } }) {
      return {
        staff: { id, name, email, role, ...(department ? { department } : {}) },
        ...(confined && { secondFactorNeeded: confined }),
      };
    },

    async account(_input, { staff }) {
      const now = clock().toISOString();
      const sessions = await store.sessionsOf(staff.id);
      return {
        secondFactor: (await store.member(staff.id))?.twoFactorEnabled === 1,
        passkeys: await passkeys.of(staff.id),
        sessions: sessions
          .filter(({ expiresAt }) => expiresAt > now)
          .map(({ id, createdAt, updatedAt, expiresAt, userAgent }) => ({
            id,
            startedAt: createdAt,
            seenAt: updatedAt,
            expiresAt,
            browser: userAgent ?? "",
            current: id === staff.sessionId,
          })),
      };
    },

    async endSession({ id }, { staff }) {
      const { numDeletedRows } = await store.endSession(staff.id, id);
      if (numDeletedRows === 0n) throw new Refusal("not_found");
      sessionsEnded(staff.id);
      return id === staff.sessionId ? signedOut() : {};
    },

    async changePassword({ current, password }, { staff, network }) {
      await assertPassword(staff, current, network, "current");
      await assertStrong(password, staff);
      await setPassword(staff.id, password);
      await endSessions(staff.id);
      return signedOut();
    },
  };
}
