import { type HandlersOf, type Operations, Refusal, type Role, type StaffMember } from "@veche/protocol";
import { type CountLimit, countHere } from "../../count-limit.ts";
import type { Secrets } from "../../secret.ts";
import { type Database, writeAudit } from "../../storage/index.ts";
import { createAccount } from "./account.ts";
import type { Auth, SingleSignOn } from "./auth.ts";
import { createAudit } from "./audit/audit.ts";
import { createColleagues } from "./colleagues.ts";
import { createPasskeys } from "./credentials/passkeys.ts";
import { createSecondFactor } from "./credentials/second-factor.ts";
import { createSingleSignOn } from "./credentials/single-sign-on.ts";
import { createEntering } from "./entering.ts";
import { createInvitations } from "./invitations.ts";
import { personView } from "./people.ts";
import {
  type FactorsOf,
  lacksSecondFactor,
  normalEmail,
  SESSION_AT_MOST_MS,
  SESSION_BELIEVED_MS,
} from "./rules.ts";
import { createStaffStore, invitationStore } from "./store.ts";
import { createTries } from "./tries.ts";

export interface StaffParts {
  readonly database: Database;
  readonly auth: Auth;
  readonly secrets: Pick<Secrets, "newToken" | "hash">;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly publicUrl: () => string;
  readonly timeZone: string;
  readonly singleSignOn?: SingleSignOn;
  /** How tries are counted; by itself where there is one process. */
  readonly countLimit?: CountLimit;
  /** Slugs of the hotlines, which are the city's departments. */
  readonly departments: () => ReadonlySet<string>;
  /** Of which roles signing in asks for more than a password. */
  readonly secondFactorOf: () => readonly Role[];
  /** Called when someone's sessions end, so that the sockets of that person end too. */
  readonly sessionsEnded: (staffId: string) => void;
}

export interface NewMember {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly department?: string;
  readonly password: string;
}

/** Members of staff: who they are, how they come in and out. Permissions stand on the operations, not here. */
export function createStaff(parts: StaffParts) {
  const { database, auth, secrets, clock, newId, publicUrl, singleSignOn, departments } = parts;
  const store = createStaffStore(database);
  const tries = createTries(parts.countLimit ?? countHere);
  const believed = new Map<string, { readonly staff: StaffMember | undefined; readonly untilMs: number }>();

  const needsSecondFactor = (person: FactorsOf) => lacksSecondFactor(parts.secondFactorOf(), person);

  const forget = () => believed.clear();
  function sessionsEnded(staffId: string): void {
    forget();
    parts.sessionsEnded(staffId);
  }
  async function endSessions(staffId: string): Promise<void> {
    await store.endSessions(staffId);
    sessionsEnded(staffId);
  }

  /** @throws Refusal `invalid` that names the field; `rate_limited` after a few wrong ones */
  async function assertPassword(
    { id, email }: { id: string; email: string },
    password: string,
    network: string,
    field = "password",
  ): Promise<void> {
    await tries.spend(email, network);
    const { internalAdapter, password: passwords } = await auth.$context;
    const accounts = await internalAdapter.findAccounts(id);
    const hash = accounts.find(({ providerId }) => providerId === "credential")?.password;
    const right = typeof hash === "string" && (await passwords.verify({ hash, password }));
    if (!right) throw new Refusal("invalid", { reason: "staff.not_your_password", field });
    await tries.giveBack(email, network);
  }

  async function setPassword(staffId: string, password: string): Promise<void> {
    const { internalAdapter, password: passwords } = await auth.$context;
    await internalAdapter.updatePassword(staffId, await passwords.hash(password));
  }

  /** @throws Refusal `conflict` when the e-mail is taken */
  async function addMember({ email, name, role, department, password }: NewMember): Promise<{ id: string }> {
    const address = normalEmail(email);
    if (await store.byEmail(address))
      throw new Refusal("conflict", { reason: "staff.taken", field: "email" });
    const { internalAdapter, password: passwords } = await auth.$context;
    const hash = await passwords.hash(password);
    const user = await internalAdapter.createUser(
      { email: address, name, emailVerified: true, role, disabled: false, department: department ?? null },
      { method: "admin" },
    );
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: "credential",
      accountId: user.id,
      password: hash,
    });
    return { id: user.id };
  }

  /**
   * Who holds the staff session in a `Cookie` header; undefined for nobody. Believed for two
   * seconds, so that a busy socket doesn't ask the database at every event.
   */
  async function authenticate(cookie: string | undefined): Promise<StaffMember | undefined> {
    if (!cookie) return undefined;
    const now = clock().getTime();
    const known = believed.get(cookie);
    if (known && known.untilMs > now) return known.staff;
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    // By the clock that better-auth writes it with, which is the machine's.
    const isOver = found !== null && Date.now() - found.session.createdAt.getTime() > SESSION_AT_MOST_MS;
    if (isOver) await store.endSession(found.user.id, found.session.id);
    const staff: StaffMember | undefined =
      found && !isOver && !found.user.disabled
        ? {
            ...personView(found.user),
            sessionId: found.session.id,
            ...(needsSecondFactor({ ...found.user, strong: found.session.strong === true }) && {
              confined: true,
            }),
          }
        : undefined;
    if (believed.size > 1_000) believed.clear();
    believed.set(cookie, { staff, untilMs: now + SESSION_BELIEVED_MS });
    return staff;
  }

  /** @returns the id of whoever may come in */
  async function mayEnter(cookie: string): Promise<string | undefined> {
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (found?.user.disabled) await endSessions(found.user.id);
    if (!found || found.user.disabled) return undefined;
    await store.markStrong(found.session.id);
    return found.user.id;
  }

  /** Coming in is an act too, though nobody is signed in yet when it begins. */
  const keepAct = (staffId: string, action: string, detail?: string) =>
    database.write((db) =>
      writeAudit(db, { id: newId(), at: clock(), staffId, action, subject: "", detail }),
    );
  const passkeys = createPasskeys({ auth, store });
  const secondFactor = createSecondFactor({
    auth,
    store,
    clock,
    forget,
    assertPassword,
    isAskedOf: (role) => parts.secondFactorOf().includes(role),
  });
  const operations: HandlersOf<Operations["staff"]> = {
    ...createEntering({
      auth,
      store,
      tries,
      secondFactor,
      passkeys,
      singleSignOn,
      needsSecondFactor,
      endSessions,
      keepAct,
    }),
    ...createSingleSignOn({ auth, publicUrl: publicUrl(), singleSignOn, mayEnter, keepAct }),
    ...createAccount({
      auth,
      store,
      clock,
      passkeys,
      assertPassword,
      setPassword,
      endSessions,
      sessionsEnded,
    }),
    ...secondFactor.operations,
    ...passkeys.operations,
    ...createColleagues({ store, clock, departments, endSessions, sessionsEnded }),
    ...createAudit({ database, timeZone: parts.timeZone }),
    ...createInvitations({
      database,
      store,
      secrets,
      clock,
      newId,
      publicUrl,
      departments,
      addMember,
      setPassword,
      endSessions,
      keepAct,
    }),
  };
  return {
    operations,
    authenticate,
    addMember,
    /** Who has been sent a link to join in a role, and has not come yet. */
    invited: (role: Role) => invitationStore.joining(database.read, role, clock()),
  };
}

export type Staff = ReturnType<typeof createStaff>;
