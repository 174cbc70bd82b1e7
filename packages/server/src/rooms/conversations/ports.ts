import type { Logger } from "pino";
import type { Images } from "../../images/index.ts";
import type { Jobs } from "../../jobs/index.ts";
import type { Pushes } from "../../pushes.ts";
import type { Secrets } from "../../secret.ts";
import type { Blobs } from "../../storage/blobs/index.ts";
import type { Database } from "../../storage/index.ts";
import type { Say } from "../../texts.ts";
import type { NoticedQuestion } from "../knowledge/index.ts";
import type { Reply } from "./steps/step.ts";

/** What conversations need for their pictures. */
export interface AttachmentParts {
  readonly database: Database;
  readonly images: Pick<Images, "process" | "discard">;
  readonly blobs: Blobs;
  readonly secrets: Secrets;
  readonly jobs: Jobs;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Logger;
}

export interface ConversationPorts extends AttachmentParts {
  readonly pushes: Pushes;
  readonly reply: Reply;
  readonly say: Say;
  /** Tells editors of a question that could be answered better; never fails, never waited for. */
  readonly notice: (notice: NoticedQuestion) => Promise<void>;
  /** The department's name as residents know it; undefined when there is none. */
  readonly departmentName: (slug: string) => string | undefined;
}
