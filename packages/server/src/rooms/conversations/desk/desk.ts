import {
  type CallBackReason,
  type HandlersOf,
  type Operations,
  type OperatorView,
  type Presence,
  Refusal,
  type StaffMember,
  type Topics,
} from "@veche/protocol";
import { changesBetween } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import type { ConversationPorts } from "../ports.ts";
import { callBackReasonOf, type Fitness, servesDepartment } from "../rules.ts";
import type { ConversationRow, ConversationStore } from "../store.ts";
import { createAttention } from "./attention.ts";
import { createPolicy } from "./policy.ts";
import { createDeskStore, type OperatorRow } from "./store.ts";

/** Consoles of other processes count as connected so long after they were last seen. */
const SEEN_LATELY_MS = 45_000;
const HEARTBEAT_MS = 15_000;
/** Who comes back after so long begins a new shift: here, whatever they said before. */
const NEW_SHIFT_MS = 4 * 3_600_000;
const TOLD_TOGETHER_MS = 200;

const listOf = (json: string) => JSON.parse(json) as string[];

/** Who serves residents at this moment: presence, departments, skills, limits; kept over restarts. */
export function createDesk(ports: ConversationPorts, conversations: ConversationStore) {
  const { database, pushes, clock } = ports;
  const store = createDeskStore(database);
  const policy = createPolicy(database);
  const attention = createAttention(pushes);
  const rows = new Map<string, OperatorRow>();
  /** The department that a person's own record names. */
  const homes = new Map<string, string>();
  /** When somebody's last console left this process. */
  const leftAt = new Map<string, number>();
  const began = clock();
  let heartbeatAt = 0;
  let telling: NodeJS.Timeout | undefined;

  const now = () => clock().getTime();
  const isConnected = (id: string) => {
    if (attention.isConnected(id)) return true;
    // Seen since they left here means by another process.
    const seen = Date.parse(rows.get(id)?.seen_at ?? "");
    return seen > now() - SEEN_LATELY_MS && seen > (leftAt.get(id) ?? 0);
  };
  /** What was set for the queue goes before the department of the person's own record. */
  const fitness = (id: string): Fitness => {
    const row = rows.get(id);
    const home = homes.get(id);
    const chosen = row ? listOf(row.departments) : [];
    return {
      departments: chosen.length > 0 || !home ? chosen : [home],
      skills: row ? listOf(row.skills) : [],
    };
  };
  const mostOpen = (id: string) => rows.get(id)?.most_open ?? policy.now().mostOpen;
  const onShift = () =>
    [...rows.values()].filter((row) => row.presence === "here" && isConnected(row.staff_id));

  const viewOf = (row: OperatorRow, open: ReadonlyMap<string, number>): OperatorView => {
    const most = mostOpen(row.staff_id);
    return {
      id: row.staff_id,
      name: row.name,
      presence: row.presence as Presence,
      since: row.presence_at,
      connected: isConnected(row.staff_id),
      open: open.get(row.staff_id) ?? 0,
      ...(most === undefined ? {} : { mostOpen: most }),
      departments: listOf(row.departments),
      ...(homes.has(row.staff_id) ? { home: homes.get(row.staff_id) } : {}),
      skills: listOf(row.skills),
      supervises: row.supervises === 1,
    };
  };

  async function views(): Promise<OperatorView[]> {
    const open = await conversations.openByOperator();
    return [...rows.values()].map((row) => viewOf(row, open));
  }

  /** Tells consoles who is there; changes that come together are told once. */
  function tell(): void {
    telling ??= setTimeout(() => {
      telling = undefined;
      views()
        .then((operators) => pushes.desk("operators", "presence", { operators }))
        .catch((error: unknown) => ports.log.error({ err: error }, "presence was not told"));
    }, TOLD_TOGETHER_MS);
    telling.unref();
  }

  async function load(): Promise<void> {
    await policy.load();
    for (const row of await store.operators()) rows.set(row.staff_id, row);
    homes.clear();
    for (const { id, department } of await store.homes()) if (department) homes.set(id, department);
  }

  async function save(row: OperatorRow): Promise<OperatorView> {
    await database.write((db) => store.save(db, row));
    rows.set(row.staff_id, row);
    tell();
    return viewOf(row, await conversations.openByOperator());
  }

  function rowOf({ id, name }: { id: string; name: string }, presence: Presence): OperatorRow {
    const at = clock().toISOString();
    return {
      staff_id: id,
      name,
      departments: "[]",
      skills: "[]",
      most_open: null,
      supervises: 0,
      presence,
      presence_at: at,
      seen_at: at,
      ...rows.get(id),
    };
  }

  async function become(staff: StaffMember, presence: Presence): Promise<OperatorView> {
    const at = clock().toISOString();
    return save({ ...rowOf(staff, presence), presence, presence_at: at, seen_at: at });
  }

  const operations: Pick<
    HandlersOf<Operations["conversations"]>,
    "setPresence" | "operators" | "saveOperator" | "policy" | "savePolicy"
  > = {
    setPresence: async ({ presence }, { staff }) => ({ operator: await become(staff, presence) }),

    operators: async () => ({ items: await views() }),

    async saveOperator({ id, departments, skills, mostOpen: most, supervises }) {
      const member = await store.member(id);
      if (!member) throw new Refusal("not_found");
      for (const slug of departments) {
        if (!ports.departmentName(slug)) {
          throw new Refusal("invalid", { reason: "conversations.no_department", field: "departments" });
        }
      }
      const before = rowOf(member, "away");
      const next: OperatorRow = {
        ...before,
        departments: JSON.stringify(departments),
        skills: JSON.stringify(skills),
        most_open: most ?? null,
        supervises: supervises ? 1 : 0,
      };
      describeAct({ subject: member.name, detail: changesBetween(brought(before), brought(next)) });
      const operator = await save(next);
      return { operator };
    },

    policy: async () => ({ policy: policy.now() }),

    async savePolicy(next) {
      describeAct({ detail: changesBetween(policy.now(), next) });
      await database.write((db) => policy.save(db, next));
      await policy.load();
      tell();
      return { policy: policy.now() };
    },
  };

  return {
    operations,
    attention,
    load,
    views,
    tell,
    become,
    fitness,
    mostOpen,
    policy: () => policy.now(),
    departmentName: (slug: string) => ports.departmentName(slug) ?? slug,
    /** @param open how many conversations each has now, to tell who has no room */
    onShift: (open?: ReadonlyMap<string, number>): Fitness[] =>
      onShift().map(({ staff_id }) => ({
        ...fitness(staff_id),
        full: (open?.get(staff_id) ?? 0) >= (mostOpen(staff_id) ?? Infinity),
      })),
    supervises: ({ id, role }: StaffMember) => role === "admin" || rows.get(id)?.supervises === 1,

    assertHeldBy(row: ConversationRow, staff: StaffMember): void {
      if (row.state !== "operator") throw new Refusal("conflict", { reason: "conversations.not_open" });
      if (row.operator_id === staff.id || this.supervises(staff)) return;
      throw new Refusal("conflict", {
        reason: "conversations.not_yours",
        values: { name: row.operator_name ?? "" },
      });
    },

    /** Why a resident may leave a contact now, and from when operators are there. */
    async absence(department: string | null): Promise<{ why: CallBackReason; from?: Date } | undefined> {
      const { open, holiday, nextOpen } = ports.operatorHours(department ?? undefined, clock());
      const has = await conversations.openByOperator();
      const room = onShift()
        .filter(({ staff_id }) => servesDepartment(fitness(staff_id), department))
        .map(({ staff_id }) => (mostOpen(staff_id) ?? Infinity) - (has.get(staff_id) ?? 0));
      const why = callBackReasonOf({ open, holiday, room });
      return why && { why, ...(open || !nextOpen ? {} : { from: nextOpen }) };
    },

    /** A console connected. Presence is kept over reloads; an administrator only looks until they say otherwise. */
    async arrive(staff: StaffMember, console: Topics): Promise<void> {
      attention.arrive(staff, console);
      if (staff.department) homes.set(staff.id, staff.department);
      else homes.delete(staff.id);
      const known = rows.get(staff.id);
      const fresh = !known || Date.parse(known.seen_at) < now() - NEW_SHIFT_MS;
      const at = clock().toISOString();
      const usual: Presence = staff.role === "admin" ? "away" : "here";
      const row = rowOf(staff, usual);
      await save({
        ...row,
        name: staff.name,
        seen_at: at,
        ...(fresh ? { presence: usual, presence_at: at } : {}),
      });
    },

    async leave(staff: StaffMember, console: Topics): Promise<void> {
      attention.leave(console);
      const row = rows.get(staff.id);
      if (!row || attention.isConnected(staff.id)) return;
      const at = clock();
      leftAt.set(staff.id, at.getTime());
      await save({ ...row, seen_at: at.toISOString() });
    },

    /** Of those who have conversations: who has had no connection for too long. */
    async gone(): Promise<string[]> {
      const before = now() - policy.now().absentSeconds * 1000;
      const seenAt = (id: string) =>
        Math.max(Date.parse(rows.get(id)?.seen_at ?? "") || 0, rows.has(id) ? 0 : began.getTime());
      const owners = (await conversations.owners()).map(({ operator_id }) => operator_id ?? "");
      return owners.filter((id) => !attention.isConnected(id) && seenAt(id) < before);
    },

    /** Keeps what processes know of each other fresh. */
    async beat(): Promise<void> {
      if (now() - heartbeatAt < HEARTBEAT_MS) return;
      heartbeatAt = now();
      const ids = [...attention.connected()];
      const at = clock().toISOString();
      if (ids.length > 0) await database.write((db) => store.seen(db, ids, at));
      await load();
    },

    stop: () => clearTimeout(telling),
  };
}

export type Desk = ReturnType<typeof createDesk>;

/** What an operator brings, for the log. */
const brought = ({ departments, skills, most_open, supervises }: OperatorRow) => ({
  departments: JSON.parse(departments) as unknown,
  skills: JSON.parse(skills) as unknown,
  mostOpen: most_open,
  supervises: supervises === 1,
});
