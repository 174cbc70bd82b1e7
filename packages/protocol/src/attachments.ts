import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, nothing } from "./values.ts";

/** Pictures that one message may carry. */
export const ATTACHMENTS_MAX = 5;
/** Pictures that one conversation may hold, sent or not. */
export const CONVERSATION_ATTACHMENTS_MAX = 60;

/** A picture in a conversation, upright and without its metadata; read by whoever may read the conversation. */
export const attachment = z.object({
  id,
  /** Of the large one, in pixels. */
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
export type Attachment = z.infer<typeof attachment>;

const size = z.enum(["small", "large"]).default("large");
const params = z.object({ id });

/** A conversation's pictures: sent ahead of the message that names them, read only by its token or by operators. */
export const attachments = {
  attach: http({
    method: "post",
    path: "/api/v1/conversation/attachments",
    who: "token",
    summary:
      "A picture for the conversation whose token is given: JPEG, PNG, WebP or HEIC. The server keeps only what it made from it. `message:send` with its id puts it into the conversation; unsent, it is erased within a day. The same Idempotency-Key yields the same picture.",
    body: nothing,
    upload: "picture",
    output: z.object({ attachment }),
    status: 201,
    refusals: ["invalid", "unauthenticated", "too_large", "unsupported_media", "rate_limited", "unavailable"],
  }),
  attachment: http({
    method: "get",
    path: "/api/v1/conversation/attachments/{id}",
    who: "token",
    summary: "A picture of the conversation whose token is given.",
    params,
    query: z.object({ size }),
    output: RAW,
    refusals: ["unauthenticated", "not_found", "rate_limited"],
  }),
  detach: http({
    method: "delete",
    path: "/api/v1/conversation/attachments/{id}",
    who: "token",
    summary: "Erases a picture that was not sent yet.",
    params,
    output: nothing,
    refusals: ["unauthenticated", "not_found", "rate_limited"],
  }),
  staffAttachment: http({
    method: "get",
    path: "/api/v1/staff/attachments/{id}",
    who: may.serveResidents,
    summary: "A picture of a conversation, for whoever may read it.",
    params,
    query: z.object({ size }),
    output: RAW,
    refusals: ["unauthenticated", "forbidden", "not_found"],
  }),
};
