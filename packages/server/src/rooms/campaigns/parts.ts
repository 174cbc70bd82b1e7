import type { Locale, Role } from "@veche/protocol";
import type { Documents } from "../../documents/index.ts";
import type { Images } from "../../images/index.ts";
import type { Jobs } from "../../jobs/index.ts";
import type { Mail } from "../../mail/index.ts";
import type { Secrets } from "../../secret.ts";
import type { Blobs } from "../../storage/blobs/index.ts";
import type { Database } from "../../storage/index.ts";

/** Who runs a campaign, as the city's directory knows it. */
export interface Organiser {
  readonly name: string;
  readonly phones: readonly string[];
  readonly email?: string;
}

/** Somebody who has been sent a link to join the staff, and has not come yet. */
export interface Invited {
  readonly email: string;
  readonly name: string;
}

export interface CampaignParts {
  readonly database: Database;
  readonly images: Pick<Images, "process" | "discard">;
  readonly documents: Pick<Documents, "make">;
  readonly blobs: Blobs;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly secrets: Pick<Secrets, "newToken" | "hash" | "tokenFrom" | "codeFrom">;
  /** The public address of a derivative: `…/media/{key}`. */
  readonly mediaUrl: (key: string) => string;
  /** The server's own address, without a trailing slash. */
  readonly publicUrl: () => string;
  /** The page where people read of a campaign. */
  readonly pageUrl: (slug: string) => string;
  /** Where the city has a mail server. */
  readonly mail?: Pick<Mail, "send">;
  /** The hotline that runs a campaign, by its slug. */
  readonly organiserOf: (slug: string, locale: Locale) => Promise<Organiser | undefined>;
  /** The conversation that a chat's token opens, once something was written in it. */
  readonly talkOf: (token: string) => Promise<string | undefined>;
  /** Who waits to join the staff in a role. */
  readonly invited: (role: Role) => Promise<readonly Invited[]>;
  /** The city's, IANA. */
  readonly timeZone: string;
  readonly jobs: Pick<Jobs, "add">;
  readonly log: {
    info(details: object, message: string): void;
    error(details: object, message: string): void;
  };
}
