import { z } from "zod";

/** A moment, ISO 8601 in UTC. */
export const moment = z.iso.datetime({ offset: true }).meta({ description: "ISO 8601" });
export const locale = z.enum(["ru", "en"]);
export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
export const id = z.string().min(1).max(64);
/** A sentence in Russian and, where staff wrote it, in English. */
export const sentence = z.object({ ru: z.string(), en: z.string().optional() });
export const nothing = z.object({});
export const line = (max: number) => z.string().trim().min(1).max(max);
/** Names a derivative of a picture: random, then its width. */
export const mediaKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}(-\d+)?\.(webp|jpg)$/);
/** The address of a mailbox. */
export const email = z.email().max(200);
