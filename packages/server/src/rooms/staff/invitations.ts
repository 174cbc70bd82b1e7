import {
  type HandlersOf,
  type Invitation,
  type Operations,
  Refusal,
  type StaffMember,
} from "@veche/protocol";
import { detailOf } from "../../act-details.ts";
import { describeAct } from "../../acts.ts";
import type { Secrets } from "../../secret.ts";
import type { Database, StaffInvitationTable } from "../../storage/index.ts";
import { assertDepartment } from "./colleagues.ts";
import { assertStrong } from "./credentials/password.ts";
import { personView, roleOf } from "./people.ts";
import { INVITATION_DAYS, normalEmail } from "./rules.ts";
import { invitationStore, type StaffStore } from "./store.ts";

export interface InvitationParts {
  readonly database: Database;
  readonly store: StaffStore;
  readonly secrets: Pick<Secrets, "newToken" | "hash">;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly publicUrl: () => string;
  readonly departments: () => ReadonlySet<string>;
  readonly addMember: (member: {
    email: string;
    name: string;
    role: Invitation["role"];
    department?: string;
    password: string;
  }) => Promise<{ id: string }>;
  readonly setPassword: (staffId: string, password: string) => Promise<void>;
  readonly endSessions: (staffId: string) => Promise<void>;
  readonly keepAct: (staffId: string, action: string, detail?: string) => Promise<void>;
}

type Invitations = Pick<
  HandlersOf<Operations["staff"]>,
  "invitations" | "invite" | "passwordLink" | "withdrawInvitation" | "openInvitation" | "acceptInvitation"
>;

/** Links by which people join, or set a new password: for seven days and one use, kept as hashes. */
export function createInvitations(parts: InvitationParts): Invitations {
  const { database, store, secrets, clock, newId, departments } = parts;

  async function handOut(
    whom: Pick<StaffInvitationTable, "kind" | "email" | "name" | "role" | "department" | "staff_id">,
    by: StaffMember,
  ) {
    const token = secrets.newToken();
    const at = clock();
    const row: StaffInvitationTable = {
      ...whom,
      id: newId(),
      token_hash: secrets.hash(token),
      invited_by: by.id,
      invited_by_name: by.name,
      invited_at: at.toISOString(),
      expires_at: new Date(at.getTime() + INVITATION_DAYS * 24 * 3600_000).toISOString(),
      used_at: null,
      withdrawn_at: null,
    };
    describeAct({
      subject: row.email,
      detail: row.kind === "join" ? detailOf({ facts: { name: row.name, role: row.role } }) : "",
    });
    await database.write((db) => invitationStore.add(db, row));
    // After the «#», which browsers send to no server: the token stands in no log.
    return { invitation: view(row), link: `${parts.publicUrl()}/console/#invitation=${token}` };
  }

  /** @throws Refusal `not_found` for one that is used, withdrawn, too old or nobody's */
  async function open(token: string): Promise<StaffInvitationTable> {
    const found = await invitationStore.byHash(database.read, secrets.hash(token), clock());
    if (!found) throw new Refusal("not_found", { reason: "staff.no_invitation" });
    return found;
  }

  return {
    async invitations() {
      return { items: (await invitationStore.waiting(database.read, clock())).map(view) };
    },

    async invite({ email, name, role, department }, { staff }) {
      const address = normalEmail(email);
      assertDepartment(department, departments());
      if (await store.byEmail(address))
        throw new Refusal("conflict", { reason: "staff.taken", field: "email" });
      return handOut(
        { kind: "join", email: address, name, role, department: department || null, staff_id: null },
        staff,
      );
    },

    async passwordLink({ id }, { staff }) {
      const member = await store.member(id);
      if (!member) throw new Refusal("not_found");
      if (member.disabled === 1) throw new Refusal("conflict", { reason: "staff.is_disabled" });
      const { email, name, role, department } = member;
      return handOut({ kind: "password", email, name, role, department, staff_id: id }, staff);
    },

    async withdrawInvitation({ id }) {
      const done = await database.write((db) => invitationStore.withdraw(db, id, clock()));
      if (!done) throw new Refusal("not_found");
      return {};
    },

    async openInvitation({ token }) {
      const { kind, email, name, role } = view(await open(token));
      return { invitation: { kind, email, name, role } };
    },

    async acceptInvitation({ token, name, password }) {
      const row = await open(token);
      const known = name?.trim() || row.name;
      await assertStrong(password, { email: row.email, name: known });
      if (!(await database.write((db) => invitationStore.use(db, row.id, clock()))))
        throw new Refusal("not_found", { reason: "staff.no_invitation" });
      const { email, department } = row;
      if (row.staff_id === null) {
        const role = roleOf(row.role);
        const added = { email, name: known, role, password, ...(department && { department }) };
        await parts.keepAct((await parts.addMember(added)).id, "staff.join", email);
      } else {
        await parts.setPassword(row.staff_id, password);
        await parts.endSessions(row.staff_id);
        await parts.keepAct(row.staff_id, "staff.newPassword");
      }
      return { email };
    },
  };
}

const view = (row: StaffInvitationTable): Invitation => {
  const { email, name, role, department } = personView(row);
  return {
    id: row.id,
    kind: row.kind === "password" ? "password" : "join",
    email,
    name,
    role,
    ...(department && { department }),
    invitedBy: row.invited_by_name,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  };
};
