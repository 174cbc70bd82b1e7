import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { mediaKey } from "./values.ts";

/** What the process says of itself, and the published pictures. */
export const service = {
  alive: http({
    method: "get",
    path: "/healthz",
    who: "anyone",
    watched: true,
    summary: "The process is alive.",
    output: RAW,
    refusals: [],
  }),
  ready: http({
    method: "get",
    path: "/readyz",
    who: "anyone",
    watched: true,
    summary: "The process accepts work: its database answers and its index is built.",
    output: RAW,
    refusals: ["unavailable"],
  }),
  metrics: http({
    method: "get",
    path: "/metrics",
    who: "anyone",
    watched: true,
    summary: "Prometheus metrics: how often and how long, without words, names or addresses.",
    output: RAW,
    refusals: [],
  }),
  openapi: http({
    method: "get",
    path: "/api/v1/openapi.json",
    who: "anyone",
    summary: "This API, as OpenAPI 3.1.",
    output: RAW,
    refusals: [],
  }),
  media: http({
    method: "get",
    path: "/media/{key}",
    who: "anyone",
    summary:
      "A published picture; immutable. Never an original. With the entry's token, also before it is published.",
    params: z.object({ key: mediaKey }),
    output: RAW,
    refusals: ["not_found"],
  }),
};
