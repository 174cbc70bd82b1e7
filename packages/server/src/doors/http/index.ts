import { rm } from "node:fs/promises";
import {
  type AnyOperation,
  type Browser,
  type Caller,
  type HttpOperation,
  type QuarantinedFile,
  RAW,
  type RawReply,
  Refusal,
  type StaffMember,
  WithHeaders,
} from "@veche/protocol";
import { type ErrorRequestHandler, type Request, type RequestHandler, type Response, Router } from "express";
import { z } from "zod";
import type { Networks } from "../../networks.ts";
import { parse, storable } from "../parse.ts";
import type { ExplainProblem } from "../refusals.ts";
import type { Spend } from "../limits.ts";
import type { Origins } from "../origins.ts";
import { readJsonBody } from "./json-body.ts";
import { assertFree } from "../second-factor.ts";
import { localeOf } from "./locale.ts";
import { sendProblem, sendRaw } from "./replies.ts";

export type AnyHandler = (input: never, caller: never) => Promise<unknown>;
/** Operation and handler, as compose joined them. */
export interface Served<Op extends AnyOperation = AnyOperation> {
  readonly name: string;
  readonly operation: Op;
  readonly handler: AnyHandler;
}

export interface HttpDoorParts {
  readonly served: readonly Served[];
  readonly authenticate: (cookie: string | undefined) => Promise<StaffMember | undefined>;
  /** Streams one upload to quarantine; the middleware leaves `fields` and `file` on the request. */
  readonly receiveUpload: (field: string) => RequestHandler;
  readonly origins: Origins;
  readonly spend: Spend;
  readonly networks: Networks;
  readonly explain: ExplainProblem;
  readonly count: (name: string, status: number, seconds: number) => void;
}

export interface ReceivedUpload {
  readonly fields: Readonly<Record<string, string>>;
  readonly file?: QuarantinedFile;
}

const jsonBody = readJsonBody();
const STAFF_ROUTES = "/api/v1/staff/";

const isHttp = (served: Served): served is Served<HttpOperation> => served.operation.door === "http";
const staffRoles = ({ who }: AnyOperation) => (typeof who === "object" ? who.staff : undefined);

/**
 * Every HTTP operation of the list becomes a route: origin, limit, permission, schema, handler,
 * reply, in that order. Nothing here knows what an operation is about.
 */
export function createHttpDoor(parts: HttpDoorParts): Router {
  const router = Router({ caseSensitive: true });
  const all = parts.served.filter(isHttp);
  const paths = new Set(all.map(({ operation }) => operation.path));
  for (const path of paths) {
    const methods = all.filter(({ operation }) => operation.path === path).map((it) => it.operation.method);
    router.options(routeOf(path), preflight(parts.origins, methods));
  }
  for (const served of all) {
    const { operation } = served;
    const receive = operation.upload
      ? [parts.receiveUpload(operation.upload)]
      : operation.body
        ? [jsonBody]
        : [];
    router[operation.method](routeOf(operation.path), admit(served, parts), ...receive, answer(served));
  }
  // Nothing else has preflights; Express would answer them for any page that catches all addresses.
  router.options("/{*elsewhere}", () => {
    throw new Refusal("not_found");
  });
  return router;
}

const routeOf = (path: string) => path.replace(/\{(\w+)\}/g, ":$1");

function shareWith(origins: Origins, request: Request, response: Response): void {
  response.vary("Origin");
  const { origin } = request.headers;
  if (origin && origins.isAllowed(request)) response.set("Access-Control-Allow-Origin", origin);
}

function preflight(origins: Origins, methods: readonly string[]): RequestHandler {
  return (request, response) => {
    shareWith(origins, request, response);
    response.set({
      "Access-Control-Allow-Methods": methods.join(", ").toUpperCase(),
      "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key",
      "Access-Control-Expose-Headers": "Retry-After",
      "Access-Control-Max-Age": "600",
    });
    response.status(204).end();
  };
}

/** What is known of the caller before a byte of the body is read. */
interface Admitted {
  readonly caller: Caller;
}
const admitted = new WeakMap<Request, Admitted>();

function admit({ name, operation }: Served<HttpOperation>, parts: HttpDoorParts): RequestHandler {
  const roles = staffRoles(operation);
  const changes = operation.method !== "get";
  const limit = roles ? "staff" : operation.upload ? "upload" : changes ? "change" : "read";
  return async (request, response, next) => {
    const started = process.hrtime.bigint();
    response.on("finish", () =>
      parts.count(name, response.statusCode, Number(process.hrtime.bigint() - started) / 1e9),
    );
    shareWith(parts.origins, request, response);
    response.set("Cache-Control", "no-store");
    if (!parts.origins.isAllowed(request)) throw new Refusal("forbidden", { reason: "forbidden.origin" });
    const network = parts.networks.of(request);
    if (!operation.watched) await parts.spend(limit, network);
    let staff: StaffMember | undefined;
    if (roles) {
      if (changes && !parts.origins.isOwn(request))
        throw new Refusal("forbidden", { reason: "forbidden.origin" });
      staff = await parts.authenticate(request.headers.cookie);
      if (!staff) throw new Refusal("unauthenticated");
      if (!roles.includes(staff.role)) throw new Refusal("forbidden");
      assertFree(staff, operation.who);
    } else if (changes && operation.path.startsWith(STAFF_ROUTES) && !parts.origins.isOwn(request)) {
      throw new Refusal("forbidden", { reason: "forbidden.origin" });
    }
    const bearer = /^Bearer ([A-Za-z0-9_-]{16,200})$/.exec(request.headers.authorization ?? "")?.[1];
    if (operation.who === "token" && !bearer)
      throw new Refusal("unauthenticated", { reason: "unauthenticated.token" });
    const key = request.get("Idempotency-Key");
    if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key))
      throw new Refusal("invalid", { reason: "invalid.key", field: "Idempotency-Key" });
    admitted.set(request, {
      caller: {
        locale: localeOf(request),
        network,
        networkOn: (day) => parts.networks.on(request, day),
        token: bearer,
        idempotencyKey: key,
        staff,
        ...(operation.path.startsWith(STAFF_ROUTES) && { browser: browserOf(request) }),
      },
    });
    next();
  };
}

const browserOf = ({ headers }: Request): Browser => ({
  cookie: headers.cookie ?? "",
  origin: headers.origin ?? "",
  userAgent: (headers["user-agent"] ?? "").slice(0, 300),
});

const empty = z.object({});

function answer({ operation, handler }: Served<HttpOperation>): RequestHandler {
  return async (request, response) => {
    const known = admitted.get(request);
    if (!known) throw new Error("a request reached its handler unadmitted");
    const upload: ReceivedUpload | undefined = operation.upload ? response.locals.upload : undefined;
    try {
      const input = inputOf(operation, request, upload);
      const result = await handler(input as never, known.caller as never);
      const output = result instanceof WithHeaders ? result.output : result;
      if (result instanceof WithHeaders) {
        for (const [header, value] of Object.entries(result.headers))
          response.append(header, value as string[]);
      }
      if (operation.output === RAW) return await sendRaw(request, response, output as RawReply);
      response.status(operation.status ?? 200).json(output);
    } catch (error) {
      throw operation.upload ? aboutFile(error, operation.upload) : error;
    } finally {
      // Also when nobody waits for the answer any more.
      if (upload?.file) await rm(upload.file.path, { force: true });
    }
  };
}

function inputOf(operation: HttpOperation, request: Request, upload: ReceivedUpload | undefined): object {
  const params = (operation.params ?? empty).safeParse(storable(request.params));
  if (!params.success) throw new Refusal("not_found");
  const body = operation.upload ? filledIn(upload?.fields ?? {}) : (request.body ?? {});
  const input = {
    ...(parse(operation.query ?? empty, filledIn(request.query)) as object),
    ...(parse(operation.body ?? empty, body) as object),
    ...(params.data as object),
  };
  if (!operation.upload) return input;
  if (upload?.file) return { ...input, upload: upload.file };
  if (operation.mayLackUpload) return input;
  throw new Refusal("invalid", { reason: "uploads.no_file", field: operation.upload });
}

/** Browsers send what was left empty; an age left empty is no age of nought. */
const filledIn = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

/** Whoever looked into the file doesn't know what the form calls it. */
function aboutFile(error: unknown, field: string): unknown {
  const isAboutFile =
    error instanceof Refusal && (error.code === "too_large" || error.code === "unsupported_media");
  return isAboutFile ? new Refusal(error.code, { field, ...error.details }) : error;
}

/** The last handler: every error of every route becomes a problem document here, once. */
export function createErrorAnswer(
  explain: ExplainProblem,
  networkOf: (request: Request) => string,
): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const doing = `${request.method} ${request.path}`;
    sendProblem(response, explain(asRefusal(error), localeOf(request), doing, networkOf(request)));
  };
}

/** An address that can't be decoded is nowhere. */
const asRefusal = (error: unknown): unknown => (error instanceof URIError ? new Refusal("not_found") : error);
