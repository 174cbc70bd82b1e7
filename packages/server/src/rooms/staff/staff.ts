import {
  type HandlersOf,
  type Operations,
  Refusal,
  ROLES,
  type Role,
  type StaffMember,
  WithHeaders,
} from "@veche/protocol";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Database } from "../../storage/index.ts";
import type { Auth } from "./auth.ts";
import { normalEmail, SESSION_BELIEVED_MS, WRONG_FROM_NETWORK, WRONG_PASSWORDS } from "./rules.ts";
import { createStaffStore } from "./store.ts";

export interface StaffParts {
  readonly database: Database;
  readonly auth: Auth;
  readonly clock: () => Date;
  /** Called when someone's sessions end, so that the sockets of that person end too. */
  readonly sessionsEnded: (staffId: string) => void;
}

export interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

function roleOf(value: unknown): Role {
  const role = ROLES.find((it) => it === value);
  if (!role) throw new Error(`unknown role in the database: ${String(value)}`);
  return role;
}

/** Members of staff: who they are, signing in and out. Permissions stand on the operations, not here. */
export function createStaff({ database, auth, clock, sessionsEnded }: StaffParts) {
  const store = createStaffStore(database);
  const believed = new Map<string, { readonly staff: StaffMember | undefined; readonly untilMs: number }>();
  const perAccount = new RateLimiterMemory({
    points: WRONG_PASSWORDS.tries,
    duration: WRONG_PASSWORDS.withinSeconds,
  });
  const perNetwork = new RateLimiterMemory({
    points: WRONG_FROM_NETWORK.tries,
    duration: WRONG_FROM_NETWORK.withinSeconds,
  });

  /** Tries are spent before the password is looked at: many at once get no more of them. */
  async function spendTry(account: string, network: string): Promise<void> {
    for (const [limiter, key] of [
      [perAccount, account],
      [perNetwork, network],
    ] as const) {
      try {
        await limiter.consume(key);
      } catch (spent) {
        if (spent instanceof Error) throw spent;
        const { msBeforeNext } = spent as { msBeforeNext: number };
        const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
        throw new Refusal("rate_limited", {
          reason: "staff.too_many_tries",
          retryAfterSeconds,
          values: { minutes: Math.ceil(retryAfterSeconds / 60) },
        });
      }
    }
  }

  const giveTriesBack = (account: string, network: string) =>
    Promise.all([perAccount.delete(account), perNetwork.reward(network)]);

  async function endSessions(staffId: string): Promise<void> {
    await store.endSessions(staffId);
    believed.clear();
    sessionsEnded(staffId);
  }

  const view = (row: { id: string; name: string; email: string; role: string }) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    role: roleOf(row.role),
  });

  const operations: HandlersOf<Operations["staff"]> = {
    async signIn({ email, password }, { network }) {
      const address = normalEmail(email);
      const account = `${address} ${network}`;
      await spendTry(account, network);
      const member = await store.byEmail(address);
      const signedIn = await auth.api
        .signInEmail({ body: { email: address, password }, returnHeaders: true })
        .catch((error: unknown) => {
          if (error instanceof Error && "statusCode" in error && error.statusCode === 401) return undefined;
          throw error;
        });
      if (!signedIn || !member || member.disabled) {
        if (member && signedIn) await endSessions(member.id);
        throw new Refusal("unauthenticated", {
          reason: signedIn ? "staff.disabled" : "staff.wrong_password",
        });
      }
      await giveTriesBack(account, network);
      return new WithHeaders({ staff: view(member) }, { "Set-Cookie": signedIn.headers.getSetCookie() });
    },

    async signOut(_input, { staff }) {
      await endSessions(staff.id);
      const { name, attributes } = (await auth.$context).authCookies.sessionToken;
      const secure = attributes.secure ? "; Secure" : "";
      return new WithHeaders(
        {},
        { "Set-Cookie": `${name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict${secure}` },
      );
    },

    async session(_input, { staff }) {
      return { staff: { id: staff.id, name: staff.name, email: staff.email, role: staff.role } };
    },

    async members() {
      const rows = await store.members();
      return { items: rows.map((row) => ({ ...view(row), disabled: row.disabled === 1 })) };
    },

    async disable({ id }, { staff }) {
      const member = await store.member(id);
      if (!member) throw new Refusal("not_found");
      if (member.id === staff.id) throw new Refusal("conflict", { reason: "staff.yourself" });
      await store.disable(id, clock());
      believed.clear();
      sessionsEnded(id);
      return { staff: { ...view(member), disabled: true } };
    },
  };

  return {
    operations,

    /**
     * Who holds the staff session in a `Cookie` header; undefined for nobody. Believed for two
     * seconds, so that a busy socket doesn't ask the database at every event.
     */
    async authenticate(cookie: string | undefined): Promise<StaffMember | undefined> {
      if (!cookie) return undefined;
      const now = clock().getTime();
      const known = believed.get(cookie);
      if (known && known.untilMs > now) return known.staff;
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
      const staff: StaffMember | undefined =
        found && !found.user.disabled ? { ...view(found.user), sessionId: found.session.id } : undefined;
      if (believed.size > 1_000) believed.clear();
      believed.set(cookie, { staff, untilMs: now + SESSION_BELIEVED_MS });
      return staff;
    },

    /** @throws Refusal `conflict` when the e-mail is taken */
    async addMember({ email, name, role, password }: NewMember): Promise<{ id: string }> {
      const address = normalEmail(email);
      if (await store.byEmail(address))
        throw new Refusal("conflict", { reason: "staff.taken", field: "email" });
      const { internalAdapter, password: passwords } = await auth.$context;
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true, role, disabled: false },
        { method: "admin" },
      );
      const hash = await passwords.hash(password);
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: "credential",
        accountId: user.id,
        password: hash,
      });
      return { id: user.id };
    },
  };
}

export type Staff = ReturnType<typeof createStaff>;
