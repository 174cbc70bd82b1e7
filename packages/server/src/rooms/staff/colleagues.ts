import { type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { changesBetween } from "../../act-details.ts";
import { describeAct } from "../../acts.ts";
import { memberNow, memberView } from "./people.ts";
import type { StaffStore } from "./store.ts";

export interface ColleaguesParts {
  readonly store: StaffStore;
  readonly clock: () => Date;
  /** Slugs of the hotlines, which are the city's departments. */
  readonly departments: () => ReadonlySet<string>;
  readonly endSessions: (staffId: string) => Promise<void>;
  readonly sessionsEnded: (staffId: string) => void;
}

type Colleagues = Pick<
  HandlersOf<Operations["staff"]>,
  "members" | "changeMember" | "disable" | "enable" | "endMemberSessions" | "resetSecondFactor"
>;

/** @throws Refusal `invalid` for a department that the directory doesn't have */
export function assertDepartment(department: string | undefined, known: ReadonlySet<string>): void {
  if (!department || known.has(department)) return;
  throw new Refusal("invalid", {
    reason: "staff.unknown_department",
    field: "department",
    values: { department },
  });
}

/** What administrators do with others. */
export function createColleagues(parts: ColleaguesParts): Colleagues {
  const { store, clock, departments, endSessions, sessionsEnded } = parts;

  async function open(id: string) {
    const member = await store.member(id);
    if (!member) throw new Refusal("not_found");
    describeAct({ subject: member.email });
    return member;
  }
  const now = async (id: string) => ({ staff: await memberNow(store, id, clock()) });

  return {
    async members() {
      const traces = await store.traces();
      return { items: (await store.members()).map((row) => memberView(row, traces, clock())) };
    },

    async changeMember({ id, name, role, department }) {
      assertDepartment(department, departments());
      const before = await open(id);
      const { name: named, role: worked, department: served } = before;
      describeAct({
        detail: changesBetween(
          { name: named, role: worked, department: served },
          { name: name ?? named, role: role ?? worked, department: department ?? served },
        ),
      });
      await store.change(
        id,
        {
          ...(name !== undefined && { name }),
          ...(role !== undefined && { role }),
          ...(department !== undefined && { department: department || null }),
        },
        clock(),
      );
      // Sockets come back with the new role and department; sessions stay.
      sessionsEnded(id);
      return now(id);
    },

    async disable({ id }, { staff }) {
      await open(id);
      if (id === staff.id) throw new Refusal("conflict", { reason: "staff.yourself" });
      await store.disable(id, clock());
      sessionsEnded(id);
      return now(id);
    },

    async enable({ id }) {
      await open(id);
      await store.change(id, { disabled: 0 }, clock());
      return now(id);
    },

    async endMemberSessions({ id }) {
      await open(id);
      await endSessions(id);
      return now(id);
    },

    async resetSecondFactor({ id }) {
      await open(id);
      await store.resetFactors(id, clock());
      sessionsEnded(id);
      return now(id);
    },
  };
}
