import type { Locale, ResidentCard } from "@veche/protocol";
import type { Logger } from "pino";
import type { Images } from "../../images/index.ts";
import type { Jobs } from "../../jobs/index.ts";
import type { NetworkKeys } from "../../network-keys.ts";
import type { Pushes } from "../../pushes.ts";
import type { Secrets } from "../../secret.ts";
import type { Blobs } from "../../storage/blobs/index.ts";
import type { Connection, Database } from "../../storage/index.ts";
import type { Say } from "../../texts.ts";
import type { City } from "../city/index.ts";
import type { NoticedQuestion } from "../knowledge/index.ts";
import type { AlertParts } from "./alerts/alerts.ts";
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

export interface ConversationParts extends AttachmentParts {
  readonly pushes: Pushes;
  readonly reply: Reply;
  readonly say: Say;
  /**
   * Tells editors of a question that could be answered better, in the unit that stores its answer:
   * an erasure finds both or neither.
   */
  readonly notice: (db: Connection, notice: NoticedQuestion) => Promise<void>;
  /** Takes what only this resident asked from the editors' list, in the unit that erases it. */
  readonly forgetAsked: (db: Connection, texts: readonly string[]) => Promise<void>;
  /** The department that answers for an article. */
  readonly articleDepartment: (slug: string) => string | undefined;
  /** Where the town has a contact for push services. */
  readonly alerts?: AlertParts;
  readonly networkKeys: Pick<NetworkKeys, "renew">;
  readonly city: City;
  readonly timeZone: string;
}

/** What the room's own parts work with. */
export interface ConversationPorts extends ConversationParts, CitySide {}

export interface CitySide {
  /** The department's name as residents know it; undefined when there is none. */
  readonly departmentName: (slug: string) => string | undefined;
  /** The department that has a queue of its own: the city's call centre answers from everybody's. */
  readonly queueOf: (slug: string | undefined) => string | undefined;
  /** When operators answer, of a department or of the whole town. */
  readonly operatorHours: (department: string | undefined, at: Date) => OperatorHours;
  /** Whom to turn to instead: a hotline or an organisation, with its phones and hours in a sentence. */
  readonly contactText: (slug: string, locale: Locale, at: Date) => string | undefined;
  /** «завтра, 9:00» */
  readonly when: (locale: string, moment: Date) => string;
  /** «завтра в 9:00» */
  readonly opens: (locale: Locale, moment: Date) => string;
  /** What is known at the first address that these texts name. */
  readonly addressSaid: (texts: readonly string[]) => ResidentCard["address"];
}

export interface OperatorHours {
  readonly open: boolean;
  /** Closed because of a public holiday. */
  readonly holiday: boolean;
  readonly nextOpen?: Date;
}
