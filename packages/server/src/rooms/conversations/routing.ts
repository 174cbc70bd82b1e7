import { type Locale, Refusal } from "@veche/protocol";
import type { Desk } from "./desk/desk.ts";
import type { ConversationPorts } from "./ports.ts";
import { absenceWord, servesDepartment } from "./rules.ts";
import type { Origin } from "./steps/step.ts";
import type { ConversationStore } from "./store.ts";

/** A sentence of this room's. */
export interface Sentence {
  readonly key: string;
  readonly values?: Record<string, string>;
  /** When operators are there again: said in it as «завтра в 9:00». */
  readonly opens?: Date | undefined;
}

/** Into which queue, and what the resident is told of it. */
export interface Route {
  readonly department: string | null;
  /** Of the knowledge: what it is about. */
  readonly topic?: string;
  readonly says: Sentence;
}

/** What an answer was about. */
type Spoken = Pick<Origin, "subject" | "article" | "topic">;

/** The sentence in the resident's language. */
export const inWords = (
  { say, opens }: Pick<ConversationPorts, "say" | "opens">,
  locale: Locale,
  { key, values, opens: at }: Sentence,
): string => say(locale, `conversations.${key}`, { ...values, ...(at && { opens: opens(locale, at) }) });

/**
 * Which department's queue a conversation comes into: the one that was asked for, else that of what the
 * assistant spoke of last. Where nobody of it is there and somebody else is, everybody's queue.
 */
export function createRouting(ports: ConversationPorts, store: ConversationStore, desk: Desk) {
  const { clock, departmentName, operatorHours } = ports;

  const isThere = (department: string | null) =>
    operatorHours(department ?? undefined, clock()).open &&
    desk.onShift().some((operator) => servesDepartment(operator, department));

  /** No department where the city's call centre is meant. */
  function departmentOf({ subject, article }: Spoken): string | undefined {
    const slug = article ?? subject?.article;
    const office = subject?.of === "hotline" ? subject.contact : undefined;
    return ports.queueOf(office ?? (slug && ports.articleDepartment(slug)));
  }

  function asked(slug: string): string | undefined {
    if (departmentName(slug)) return ports.queueOf(slug);
    throw new Refusal("invalid", { reason: "conversations.no_department", field: "department" });
  }

  function ofWhoIsThere(slug: string | undefined): Omit<Route, "topic"> {
    if (!slug) return { department: null, says: { key: "queued" } };
    const values = { department: departmentName(slug) ?? slug };
    if (isThere(slug)) return { department: slug, says: { key: "queued_department", values } };
    if (isThere(null)) return { department: null, says: { key: "queued_instead", values } };
    return { department: slug, says: { key: "queued" } };
  }

  return {
    isThere,

    /**
     * Says who comes, or why it will take longer.
     *
     * @param spoken what the assistant spoke of last
     * @param wanted the department that was asked for
     * @throws Refusal `invalid` where the department that was asked for is not in the directory
     */
    async of(spoken: Spoken, wanted?: string): Promise<Route> {
      const { department, says } = ofWhoIsThere(wanted ? asked(wanted) : departmentOf(spoken));
      const absence = await desk.absence(department);
      return {
        department,
        ...(spoken.topic && { topic: spoken.topic }),
        says: absence ? { key: `queued_${absenceWord(absence)}`, opens: absence.from } : says,
      };
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
