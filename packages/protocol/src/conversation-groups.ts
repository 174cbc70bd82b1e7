import { z } from "zod";
import { http } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, locale, moment, nothing } from "./values.ts";

const MOST_MEMBERS = 500;

/** Waiting residents who ask nearly the same. */
export const questionGroup = z.object({
  /** The question that the others are likest to. */
  question: z.string(),
  locale,
  members: z.array(
    z.object({
      conversationId: id,
      question: z.string(),
      waitingSince: moment.optional(),
      department: z.string().optional(),
    }),
  ),
});
export type QuestionGroup = z.infer<typeof questionGroup>;

/** Alike questions, answered once for all. */
export const conversationGroups = {
  groups: http({
    method: "get",
    path: "/api/v1/staff/conversation-groups",
    who: may.serveResidents,
    summary: "Waiting conversations that ask nearly the same, the largest group first.",
    query: nothing,
    output: z.object({ items: z.array(questionGroup) }),
    refusals: [],
  }),
  answerGroup: http({
    method: "post",
    path: "/api/v1/staff/conversation-groups/answers",
    who: may.serveResidents,
    summary: "Says the same in each of these conversations and ends it as one of a group.",
    /** `clientId` as of a message: asked again, each resident still hears it once. */
    body: z.object({
      clientId: z.uuid(),
      ids: z.array(id).min(1).max(MOST_MEMBERS),
      text: line(4000),
    }),
    output: z.object({
      answered: z.array(id),
      /** No longer waiting, or another department's. */
      left: z.array(id),
    }),
    refusals: ["invalid"],
  }),
};
