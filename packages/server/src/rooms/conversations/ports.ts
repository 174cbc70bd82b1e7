import type { Logger } from "pino";
import type { Pushes } from "../../pushes.ts";
import type { Secrets } from "../../secret.ts";
import type { Database } from "../../storage/index.ts";
import type { Say } from "../../texts.ts";
import type { NoticedQuestion } from "../knowledge/index.ts";
import type { Reply } from "./steps/step.ts";

export interface ConversationPorts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly pushes: Pushes;
  readonly reply: Reply;
  readonly say: Say;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Logger;
  /** Tells editors of a question that could be answered better; never fails, never waited for. */
  readonly notice: (notice: NoticedQuestion) => Promise<void>;
  /** The department's name as residents know it; undefined when there is none. */
  readonly departmentName: (slug: string) => string | undefined;
}
