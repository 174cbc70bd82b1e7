import { Refusal } from "@veche/protocol";
import type { Connection } from "../../storage/index.ts";
import type { Desk } from "./desk/desk.ts";
import type { ConversationPorts } from "./ports.ts";
import { servesDepartment } from "./rules.ts";
import type { Origin } from "./steps/step.ts";
import type { ConversationStore } from "./store.ts";

/** Into which queue, and what the resident is told of it. */
export interface Route {
  readonly department: string | null;
  /** Of the knowledge: what it is about. */
  readonly topic?: string;
  readonly says?: { readonly key: string; readonly values?: Record<string, string> };
}

/**
 * Which department's queue a conversation comes into: the one that was asked for, else that of what the
 * assistant spoke of last. Where nobody of it is there and somebody else is, everybody's queue.
 */
export function createRouting(ports: ConversationPorts, store: ConversationStore, desk: Desk) {
  const { clock, departmentName, operatorHours } = ports;

  const isThere = (department: string | null) =>
    operatorHours(department ?? undefined, clock()).open &&
    desk.onShift().some((operator) => servesDepartment(operator, department));

  interface Spoken {
    readonly department?: string | undefined;
    readonly topic?: string;
  }

  /** The matter and department of the last answer; no department where the city's call centre is meant. */
  async function spokenOf(db: Connection, conversationId: string): Promise<Spoken> {
    const last = await store.lastOrigin(db, conversationId);
    if (!last) return {};
    const { subject, article, topic } = JSON.parse(last) as Origin;
    const slug = article ?? subject?.article;
    const office = subject?.of === "hotline" ? subject.contact : undefined;
    const department = ports.queueOf(office ?? (slug && ports.articleDepartment(slug)));
    return { department, ...(topic && { topic }) };
  }

  function asked(slug: string): string | undefined {
    if (departmentName(slug)) return ports.queueOf(slug);
    throw new Refusal("invalid", { reason: "conversations.no_department", field: "department" });
  }

  return {
    isThere,

    /** @throws Refusal `invalid` where the department that was asked for is not in the directory */
    async of(db: Connection, conversationId: string, wanted?: string): Promise<Route> {
      const spoken = await spokenOf(db, conversationId);
      const topic = spoken.topic && { topic: spoken.topic };
      const slug = wanted ? asked(wanted) : spoken.department;
      if (!slug) return { department: null, ...topic };
      const values = { department: departmentName(slug) ?? slug };
      if (isThere(slug)) return { department: slug, ...topic, says: { key: "queued_department", values } };
      if (isThere(null)) return { department: null, ...topic, says: { key: "queued_instead", values } };
      return { department: slug, ...topic };
    },

    /** Who has waited too long for a department that nobody on shift serves, while others are there. */
    async stranded(): Promise<{ id: string; department: string }[]> {
      const { fallBackMinutes } = desk.policy();
      const someServeFew = desk.onShift().some(({ departments }) => departments.length > 0);
      if (fallBackMinutes === undefined || !someServeFew) return [];
      const before = new Date(clock().getTime() - fallBackMinutes * 60_000).toISOString();
      const waiting = await store.waiting(clock().toISOString());
      return waiting.flatMap(({ id, department, entered_at }) => {
        const longHere = department !== null && (entered_at ?? "") <= before;
        if (!longHere || !operatorHours(department, clock()).open || isThere(department)) return [];
        return [{ id, department }];
      });
    },
  };
}

export type Routing = ReturnType<typeof createRouting>;
