import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { environment } from "./environment.ts";
import type { S3BlobsParts } from "./storage/blobs/index.ts";

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Postgres, which several processes may share; unset, SQLite in the data folder. */
  readonly databaseUrl?: string;
  /** An S3-compatible store for pictures; unset, they lie in the data folder. */
  readonly pictureStore?: S3BlobsParts;
  /** Joins several processes instead of Postgres's notifications. */
  readonly redisUrl?: string;
  readonly demo: boolean;
  readonly demoPassword?: string;
  /** Where the demo town's own site is, for the first page's link. */
  readonly demoSite?: string;
  /** Origins whose pages may embed the widget, besides the server's own; `*` for any. */
  readonly origins: readonly string[];
  /** Without a trailing slash; unset means `http://localhost:PORT`, known once listening. */
  readonly publicUrl?: string;
  readonly secret?: string;
  readonly timeZone: string;
  readonly rateLimit: boolean;
  readonly trustProxy: number;
  /** An OpenAI-compatible service that helps to find; unset, the assistant finds by itself. */
  readonly embeddings?: ModelEndpoint;
  readonly rephrase?: ModelEndpoint;
  /** Where security faults are told, for security.txt. */
  readonly securityContact?: string;
  /** Whom browsers' push services may ask; set, residents may be told of an answer while the chat is closed. */
  readonly pushContact?: string;
  /** The city's own OpenID Connect service for its staff. */
  readonly singleSignOn?: SingleSignOn;
  /** The city's mail server and whose letters they are; unset, no letters are sent. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** Where announcements are posted besides; none by default. */
  readonly posts: readonly { readonly name: string; readonly url: string; readonly secret: string }[];
  readonly version: string;
}

export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page calls it. */
  readonly name: string;
}

export interface ModelEndpoint {
  /** Up to and without `/embeddings` or `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

/** A setting that the process can't start with; the message is one line that names the variable. */
export class BadSetting extends Error {
  override readonly name = "BadSetting";
}

/** @throws BadSetting where the address is set and the model is not */
function modelEndpoint(name: string, { url, model, key }: Partial<ModelEndpoint>): ModelEndpoint | undefined {
  if (url === undefined) return undefined;
  if (model === undefined) throw new BadSetting(`${name}_MODEL must be set, since ${name}_URL is`);
  return Object.freeze({ url, model, ...(key !== undefined && { key }) });
}

/** @throws BadSetting where a part of it is missing */
function singleSignOn(value: z.output<typeof environment>): SingleSignOn | undefined {
  const { VECHE_OIDC_ISSUER: issuer, VECHE_OIDC_CLIENT_ID: clientId } = value;
  const { VECHE_OIDC_CLIENT_SECRET: clientSecret, VECHE_OIDC_NAME: name = "OpenID Connect" } = value;
  if (issuer === undefined) return undefined;
  if (!clientId) throw new BadSetting("VECHE_OIDC_CLIENT_ID must be set, since VECHE_OIDC_ISSUER is");
  if (!clientSecret) throw new BadSetting("VECHE_OIDC_CLIENT_SECRET must be set, since VECHE_OIDC_ISSUER is");
  if (!value.VECHE_PUBLIC_URL)
    throw new BadSetting("VECHE_PUBLIC_URL must be set, since VECHE_OIDC_ISSUER sends staff back to it");
  return Object.freeze({ issuer, clientId, clientSecret, name });
}

/** @throws BadSetting where nobody is named whose letters they would be */
/** @throws BadSetting where places are named and the secret is not */
function postChannels({ VECHE_POST_TO: to, VECHE_POST_SECRET: secret }: z.output<typeof environment>) {
  if (to.length > 0 && !secret) throw new BadSetting("VECHE_POST_SECRET must be set, since VECHE_POST_TO is");
  return to.map((url) => ({ name: new URL(url).host, url, secret: secret ?? "" }));
}

function mailServer({ VECHE_SMTP_URL: url, VECHE_MAIL_FROM: from }: z.output<typeof environment>) {
  if (url === undefined) return undefined;
  if (!from) throw new BadSetting("VECHE_MAIL_FROM must be set, since VECHE_SMTP_URL is");
  return Object.freeze({ url, from });
}

/** @throws BadSetting unless all four of the store's settings are there, or none */
function pictureStore(value: z.output<typeof environment>): S3BlobsParts | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = value;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = value;
  const given = {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
  };
  const missing = Object.entries(given).find(([, it]) => it === undefined)?.[0];
  if (missing && Object.values(given).some((it) => it !== undefined)) {
    throw new BadSetting(
      `${missing} must be set: a store for pictures needs its endpoint, bucket and both keys`,
    );
  }
  if (!endpoint || !bucket || !accessKeyId || !secretAccessKey) return undefined;
  return Object.freeze({ endpoint, bucket, region, accessKeyId, secretAccessKey });
}

function packageVersion(): string {
  const file = fileURLToPath(new URL("../package.json", import.meta.url));
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, "utf8"))).version;
}

/**
 * The environment as one checked, frozen object.
 *
 * @throws BadSetting with one line that names the variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new BadSetting(`${String(issue?.path[0])} ${issue?.message ?? "is wrong"}`);
  }
  const value = parsed.data;
  if (value.VECHE_RATE_LIMIT === "off" && !LOOPBACK.has(value.HOST)) {
    throw new BadSetting(
      "VECHE_RATE_LIMIT may be off only while HOST is loopback (127.0.0.1, ::1 or localhost)",
    );
  }
  if (value.REDIS_URL && !value.DATABASE_URL) {
    throw new BadSetting(
      "REDIS_URL joins processes that share a database: set DATABASE_URL too, or unset it",
    );
  }
  return Object.freeze({
    port: value.PORT,
    host: value.HOST,
    dataFolder: value.VECHE_DATA,
    databaseUrl: value.DATABASE_URL,
    redisUrl: value.REDIS_URL,
    pictureStore: pictureStore(value),
    demo: value.VECHE_DEMO,
    demoPassword: value.VECHE_DEMO_PASSWORD,
    demoSite: value.VECHE_DEMO_SITE?.replace(/\/$/, ""),
    origins: value.VECHE_ORIGINS,
    publicUrl: value.VECHE_PUBLIC_URL?.replace(/\/+$/, ""),
    secret: value.VECHE_SECRET,
    timeZone: value.VECHE_TIME_ZONE,
    rateLimit: value.VECHE_RATE_LIMIT === "on",
    trustProxy: value.TRUST_PROXY,
    embeddings: modelEndpoint("VECHE_EMBEDDINGS", {
      url: value.VECHE_EMBEDDINGS_URL,
      model: value.VECHE_EMBEDDINGS_MODEL,
      key: value.VECHE_EMBEDDINGS_KEY,
    }),
    securityContact: value.VECHE_SECURITY_CONTACT,
    pushContact: value.VECHE_PUSH_CONTACT,
    rephrase: modelEndpoint("VECHE_REPHRASE", {
      url: value.VECHE_REPHRASE_URL,
      model: value.VECHE_REPHRASE_MODEL,
      key: value.VECHE_REPHRASE_KEY,
    }),
    singleSignOn: singleSignOn(value),
    mail: mailServer(value),
    posts: postChannels(value),
    version: packageVersion(),
  });
}
