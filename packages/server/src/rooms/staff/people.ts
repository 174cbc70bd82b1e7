import { type Member, Refusal, ROLES, type Role, type StaffMemberView } from "@veche/protocol";
import type { PersonRow, StaffStore } from "./store.ts";

export function roleOf(value: unknown): Role {
  const role = ROLES.find((it) => it === value);
  if (!role) throw new Error(`unknown role in the database: ${String(value)}`);
  return role;
}

interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly department?: string | null | undefined;
}

export const personView = ({ id, name, email, role, department }: Person): StaffMemberView => ({
  id,
  name,
  email,
  role: roleOf(role),
  ...(department && { department }),
});

type Traces = Awaited<ReturnType<StaffStore["traces"]>>;

export function memberView(row: PersonRow, { sessions, passkeys }: Traces, now: Date): Member {
  const own = sessions.filter(({ userId }) => userId === row.id);
  const seenAt = own
    .map(({ updatedAt }) => updatedAt)
    .toSorted()
    .at(-1);
  return {
    ...personView(row),
    disabled: row.disabled === 1,
    secondFactor: row.twoFactorEnabled === 1,
    passkeys: passkeys.filter(({ userId }) => userId === row.id).length,
    sessions: own.filter(({ expiresAt }) => expiresAt > now.toISOString()).length,
    ...(seenAt && { seenAt }),
  };
}

/** @throws Refusal `not_found` */
export async function memberNow(store: StaffStore, id: string, now: Date): Promise<Member> {
  const row = await store.member(id);
  if (!row) throw new Refusal("not_found");
  return memberView(row, await store.traces(), now);
}
