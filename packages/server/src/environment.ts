import { z } from "zod";

const flag = z.enum(["0", "1", ""], { error: "must be 1, or unset" }).transform((value) => value === "1");
const origin = z.string().refine((value) => value === "*" || originOf(value) === value, {
  message: "must be origins such as https://town.example, separated by commas, or *",
});
const timeZone = z.string().refine(isTimeZone, { message: "must be a time zone such as Asia/Yekaterinburg" });

const serviceUrl = z
  .string()
  .refine((value) => originOf(value) !== undefined, {
    message: "must be an address such as https://models.town.example/v1",
  })
  .transform((value) => value.replace(/\/+$/, ""));

/** Every setting of the process, by the name of its variable, with what it is for. */
export const environment = z.object({
  PORT: z.coerce
    .number({ error: "must be a port, 0 to 65535" })
    .int()
    .min(0, { error: "must be a port, 0 to 65535" })
    .max(65_535, { error: "must be a port, 0 to 65535" })
    .default(3000)
    .meta({ description: "where it listens; 0 takes a free one" }),
  HOST: z
    .string()
    .min(1)
    .default("127.0.0.1")
    .meta({ description: "the address it listens at; `0.0.0.0` for all of the machine's" }),
  VECHE_DATA: z
    .string()
    .min(1)
    .default("./data")
    .meta({ description: "the folder of the database, the pictures and the secret" }),
  VECHE_DEMO: flag.default(false).meta({ description: "`1` loads the demo city into an empty database" }),
  DATABASE_URL: z
    .string()
    .refine((value) => /^postgres(ql)?:\/\/[^/?]*\/[^/?]+(\?.*)?$/.test(value), {
      message: "must be an address such as postgres://veche:password@db.town.example/veche, or unset",
    })
    .optional()
    .meta({
      description:
        "`postgres://…` instead of the embedded SQLite, with `?sslmode=verify-full` where it is on another machine; several processes may share it, all with the same `VECHE_SECRET`: one with another does not start beside them",
    }),
  REDIS_URL: z
    .string()
    .refine((value) => /^rediss?:\/\/[^/]+/.test(value), {
      message: "must be an address such as redis://redis.town.example:6379, or unset",
    })
    .optional()
    .meta({ description: "joins those processes through Redis 7 instead of Postgres's notifications" }),
  S3_ENDPOINT: serviceUrl
    .optional()
    .meta({ description: "an S3-compatible store for pictures, without the bucket; all four `S3_` or none" }),
  S3_BUCKET: z.string().max(100).optional().meta({ description: "its bucket, made if it is missing" }),
  S3_REGION: z
    .string()
    .max(100)
    .default("us-east-1")
    .meta({ description: "its region, as the store names it" }),
  S3_ACCESS_KEY_ID: z.string().max(200).optional().meta({ description: "its key" }),
  S3_SECRET_ACCESS_KEY: z.string().max(500).optional().meta({ description: "its secret key" }),
  VECHE_ORIGINS: z
    .string()
    .default("")
    .transform((value) =>
      value
        .split(",")
        .map((it) => it.trim())
        .filter(Boolean),
    )
    .pipe(z.array(origin))
    .meta({
      description:
        "origins whose pages may embed the elements, besides the server's own; separated by commas, `*` for any",
    }),
  VECHE_PUBLIC_URL: z
    .string()
    .refine((value) => originOf(value) !== undefined, {
      message: "must be an address such as https://chat.town.example",
    })
    .optional()
    .meta({ description: "the address that residents see" }),
  VECHE_SECRET: z.string().min(32, { message: "must be at least 32 characters" }).optional().meta({
    description:
      "signs sessions and links; at least 32 characters; made and kept in the data folder when unset",
  }),
  VECHE_TIME_ZONE: timeZone.default("Asia/Yekaterinburg").meta({ description: "the city's time zone" }),
  VECHE_RATE_LIMIT: z
    .enum(["on", "off"], { error: "must be on or off" })
    .default("on")
    .meta({ description: "`off` for measurements on loopback" }),
  VECHE_DEMO_PASSWORD: z
    .string()
    .min(8, { message: "must be at least 8 characters" })
    .optional()
    .meta({ description: "password of the demo accounts; made and printed once when unset" }),
  VECHE_DEMO_SITE: z
    .url()
    .optional()
    .meta({ description: "where the demo town's own site is, for the first page's link" }),
  VECHE_EMBEDDINGS_URL: serviceUrl
    .optional()
    .meta({ description: "an OpenAI-compatible service whose embeddings help to find" }),
  VECHE_EMBEDDINGS_MODEL: z.string().max(200).optional().meta({ description: "its model" }),
  VECHE_EMBEDDINGS_KEY: z.string().max(1000).optional().meta({ description: "its key, if it wants one" }),
  VECHE_REPHRASE_URL: serviceUrl
    .optional()
    .meta({ description: "an OpenAI-compatible service that rephrases questions" }),
  VECHE_REPHRASE_MODEL: z.string().max(200).optional().meta({ description: "its model" }),
  VECHE_REPHRASE_KEY: z.string().max(1000).optional().meta({ description: "its key, if it wants one" }),
  VECHE_OIDC_ISSUER: serviceUrl
    .optional()
    .meta({ description: "single sign-on for staff: the OpenID Connect provider" }),
  VECHE_PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      message: "must be whom push services may ask, such as mailto:it@town.example",
    })
    .optional()
    .meta({ description: "whom push services may ask about notifications: `mailto:…` or an address" }),
  VECHE_POST_TO: z
    .string()
    .default("")
    .transform((list) =>
      list
        .split(",")
        .map((it) => it.trim())
        .filter((it) => it !== ""),
    )
    .refine((list) => list.every((it) => /^https?:\/\/[^\s/]+/.test(it) && URL.canParse(it)), {
      error: "must be addresses that begin with https://, separated by commas",
    })
    .meta({
      description:
        "where announced results are posted: addresses separated by commas that take signed JSON, one a host",
    }),
  VECHE_POST_SECRET: z
    .string()
    .min(16, { error: "must have at least 16 characters" })
    .optional()
    .meta({ description: "signs those posts: HMAC-SHA256 of `Veche-Time`, a dot and the body" }),
  VECHE_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, {
      error: "must be a mail server, such as smtps://user:password@mail.town.example",
    })
    .optional()
    .meta({
      description:
        "the city's mail server, for letters to those who entered a contest: `smtps://user:password@host`",
    }),
  VECHE_MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, { error: "must be an address, such as contests@town.example" })
    .optional()
    .meta({ description: "whose letters they are: an address, or `City <address>`" }),
  VECHE_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      message: "must be where security faults are told, such as mailto:security@town.example",
    })
    .optional()
    .meta({
      description:
        "where security faults are told: `mailto:…` or an address, for `/.well-known/security.txt`",
    }),
  VECHE_OIDC_CLIENT_ID: z.string().max(300).optional().meta({ description: "our name with it" }),
  VECHE_OIDC_CLIENT_SECRET: z.string().max(1000).optional().meta({ description: "our secret with it" }),
  VECHE_OIDC_NAME: z
    .string()
    .max(80)
    .optional()
    .meta({ description: "what its button on the sign-in page says" }),
  TRUST_PROXY: z.coerce
    .number({ error: "must be the number of proxies in front" })
    .int()
    .min(0, { error: "must be the number of proxies in front" })
    .max(10, { error: "must be the number of proxies in front" })
    .default(0)
    .meta({
      description: "how many proxies stand in front; that many addresses of `X-Forwarded-For` are believed",
    }),
});

function originOf(value: string): string | undefined {
  try {
    const url = new URL(value);
    return url.protocol === "http:" || url.protocol === "https:" ? url.origin : undefined;
  } catch {
    return undefined;
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** The settings as a table in Markdown: name, meaning, default. */
export function settingsTable(): string {
  const rows = Object.entries(environment.shape).map(([name, setting]) => {
    const { success, data } = setting.safeParse(undefined);
    const unset = success && (typeof data === "string" || typeof data === "number") ? `\`${data}\`` : "unset";
    return `| \`${name}\` | ${setting.meta()?.description ?? ""} | ${unset} |`;
  });
  return ["| variable | meaning | default |", "|---|---|---|", ...rows].join("\n");
}
