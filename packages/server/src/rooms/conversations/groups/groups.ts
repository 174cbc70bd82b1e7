import { isInsult, languageOf, wantsOperator } from "@veche/assistant";
import { type HandlersOf, type Operations, Refusal, type StaffMember } from "@veche/protocol";
import type { Acts } from "../acts.ts";
import type { Alerts } from "../alerts/alerts.ts";
import type { Moves } from "../moves.ts";
import type { ConversationPorts } from "../ports.ts";
import type { Queue } from "../queue.ts";
import { previewOf } from "../rules.ts";
import { originOf } from "../steps/step.ts";
import type { ConversationRow, ConversationStore } from "../store.ts";
import { groupsOf } from "./likeness.ts";

/** More than these are not compared: the first in the queue are who an answer is owed to. */
const MOST_COMPARED = 500;
const WORDS_LOOKED_AT = 4;

export interface GroupParts {
  readonly ports: ConversationPorts;
  readonly store: ConversationStore;
  readonly queue: Queue;
  readonly moves: Moves;
  readonly acts: Acts;
  readonly alerts: Alerts;
}

type GroupOperations = Pick<HandlersOf<Operations["conversations"]>, "groups" | "answerGroup">;

/** A peak that asks one thing a hundred times is answered once; each resident hears it in their own conversation. */
export function createGroups({ ports, store, queue, moves, acts, alerts }: GroupParts): GroupOperations {
  const { database, clock, newId } = ports;

  /** What the assistant understood: the article, office or outage that it spoke of last. */
  async function topicOf(conversationId: string): Promise<string | undefined> {
    const last = await store.lastOrigin(database.read, conversationId);
    const { article, subject } = originOf(last) ?? {};
    if (!subject) return article;
    return [subject.of, subject.article ?? subject.contact, ...(subject.resources ?? [])].join(" ");
  }

  /** The last words that ask something: not the call for a person that came after them. */
  async function questionOf(conversationId: string): Promise<string | undefined> {
    const said = await store.lastWords(conversationId, WORDS_LOOKED_AT);
    return said.find((text) => text.trim() !== "" && !wantsOperator(text) && !isInsult(text));
  }

  /** @returns whether this resident heard it now or before */
  async function answerOne(
    id: string,
    staff: StaffMember,
    { text, clientId }: { readonly text: string; readonly clientId: string },
  ): Promise<boolean> {
    const said = await database.write(async (db) => {
      const row = await store.conversation(id, db);
      if (!row || row.deleted_at) return undefined;
      if (await acts.saidBefore(db, id, clientId, text)) return { rows: [], row: undefined };
      if (!moves.mayPass(row, staff)) return undefined;
      const fresh = async (): Promise<ConversationRow> => (await store.conversation(id, db)) ?? row;
      await moves.claimInPassing(db, row, staff);
      const answer = await store.append(
        db,
        id,
        { id: newId(), author: { kind: "operator", id: staff.id, name: staff.name }, text, clientId },
        clock().toISOString(),
      );
      const ended = await moves.close(db, await fresh(), staff, "duplicate", "closed");
      await alerts.later(db, id);
      return { rows: [answer, ...ended], row: await fresh() };
    });
    if (!said) return false;
    acts.tell(said.rows);
    if (said.row) await queue.changed(said.row);
    return true;
  }

  return {
    async groups() {
      const waiting = (await store.queue())
        .filter(({ state, call_back_contact }) => state === "queued" && call_back_contact === null)
        .slice(0, MOST_COMPARED);
      const asked = await Promise.all(
        waiting.map(async (row) => ({
          id: row.id,
          row,
          text: (await questionOf(row.id)) ?? "",
          topic: await topicOf(row.id),
        })),
      );
      const byId = new Map(asked.map((it) => [it.id, it]));
      return {
        items: groupsOf(asked.filter(({ text }) => text !== "")).map((members) => ({
          question: previewOf(members[0].text),
          locale: languageOf(members[0].text),
          members: members.map(({ id, text }) => {
            const row = byId.get(id)?.row;
            return {
              conversationId: id,
              question: previewOf(text),
              ...(row?.queued_at ? { waitingSince: row.queued_at } : {}),
              ...(row?.department ? { department: row.department } : {}),
            };
          }),
        })),
      };
    },

    async answerGroup({ ids, ...words }, { staff }) {
      const answered: string[] = [];
      const left: string[] = [];
      for (const id of new Set(ids)) {
        const heard = await answerOne(id, staff, words).catch((error: unknown) => {
          // Of one conversation a refusal says nothing about the others.
          if (error instanceof Refusal) return false;
          throw error;
        });
        (heard ? answered : left).push(id);
      }
      return { answered, left };
    },
  };
}
