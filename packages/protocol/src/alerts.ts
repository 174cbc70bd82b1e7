import { z } from "zod";
import { event, http } from "./operation.ts";
import { nothing } from "./values.ts";

/** A conversation's alerts: a device is told that an operator answered while the chat was closed. */
export const alerts = {
  alertTicket: event({
    who: "token",
    namespace: "/chat",
    event: "alert:ticket",
    summary:
      "The address of a page of the server's that asks the browser for alerts of this conversation; good for ten minutes. Refused as unavailable where the town sends none.",
    input: nothing,
    output: z.object({ url: z.string() }),
    refusals: ["not_found", "rate_limited", "unavailable"],
  }),
  alert: http({
    method: "post",
    path: "/api/v1/conversation/alerts",
    who: "anyone",
    summary: "Takes a browser's push subscription for the conversation of a ticket.",
    body: z.object({
      ticket: z.string().max(200),
      subscription: z.object({
        endpoint: z.url().max(1000),
        keys: z.object({
          p256dh: z.string().regex(/^[\w-]{87}=?$/),
          auth: z.string().regex(/^[\w-]{22}(==)?$/),
        }),
      }),
    }),
    output: nothing,
    status: 201,
    refusals: ["invalid", "conflict", "rate_limited"],
  }),
};
