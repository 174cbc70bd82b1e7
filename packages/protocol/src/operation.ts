import type { z } from "zod";
import type { RefusalCode } from "./refusal.ts";
import type { Role, Who } from "./roles.ts";

type Shape = z.ZodType;
/** Of what an operation does not take: adds no key to the input, where `z.object({})` would forbid them all. */
type Nothing = z.ZodType<{}, {}>;

/** Marks an output that is not JSON: the handler returns a {@link RawReply}. */
export const RAW = "raw";

/** A file that stands in quarantine: streamed to disk, counted, not yet looked into. */
export interface QuarantinedFile {
  /** Absolute path; the handler takes the file away or the door deletes it. */
  readonly path: string;
  readonly bytes: number;
  readonly name: string;
}

export interface RawReply {
  readonly contentType: string;
  /** A stream's bytes are sent as they come; one that fails ends the answer half-way, which the reader notices. */
  readonly body:
    | string
    | Uint8Array
    | { readonly file: string }
    | { readonly stream: AsyncIterable<Uint8Array> };
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

interface Operation {
  readonly who: Who;
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  readonly refusals: readonly RefusalCode[];
  /** Why an act of staff leaves no line in the audit log, which all others do that are no `GET`. */
  readonly unaudited?: "changes nothing" | "is its own record";
}

export interface HttpOperation<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Output extends Shape | typeof RAW = Shape | typeof RAW,
  Upload extends string = string,
  MayLack extends boolean = boolean,
> extends Operation {
  readonly door: "http";
  readonly method: "get" | "post" | "put" | "delete";
  /** OpenAPI notation: `/api/v1/campaigns/{slug}`. */
  readonly path: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The multipart part that holds a file; the others arrive as the body. */
  readonly upload?: Upload;
  /** The room decides whether it takes a form without its file. */
  readonly mayLackUpload?: MayLack;
  readonly output: Output;
  readonly status?: number;
  /** Asked every few seconds by whoever watches the process, from one address: never told to wait. */
  readonly watched?: boolean;
}

export interface SocketOperation<
  Input extends Shape = Shape,
  Output extends Shape = Shape,
> extends Operation {
  readonly door: "socket";
  readonly namespace: "/chat" | "/staff";
  readonly event: string;
  readonly input: Input;
  readonly output: Output;
  /** Sent and forgotten: neither acknowledged nor stored. */
  readonly volatile?: boolean;
}

export type AnyOperation = HttpOperation | SocketOperation;

/** Declares an HTTP operation, keeping its exact types. */
export function http<
  Output extends Shape | typeof RAW,
  Params extends Shape = Nothing,
  Query extends Shape = Nothing,
  Body extends Shape = Nothing,
  Upload extends string = never,
  const W extends Who = Who,
  MayLack extends boolean = false,
>(
  operation: Omit<HttpOperation<Params, Query, Body, Output, Upload, MayLack>, "door" | "who"> & {
    readonly who: W;
  },
): Omit<HttpOperation<Params, Query, Body, Output, Upload, MayLack>, "who"> & { readonly who: W } {
  return { door: "http", ...operation };
}

/** Declares a Socket.IO event that a client may send, keeping its exact types. */
export function event<
  Input extends Shape,
  Output extends Shape,
  const W extends Who,
  const Namespace extends "/chat" | "/staff",
>(
  operation: Omit<SocketOperation<Input, Output>, "door" | "who" | "namespace"> & {
    readonly who: W;
    readonly namespace: Namespace;
  },
): Omit<SocketOperation<Input, Output>, "who" | "namespace"> & {
  readonly who: W;
  readonly namespace: Namespace;
} {
  return { door: "socket", ...operation };
}

export type InputOf<Op> =
  Op extends SocketOperation<infer Input, Shape>
    ? z.output<Input>
    : Op extends HttpOperation<infer Params, infer Query, infer Body, Shape | typeof RAW, string>
      ? z.output<Params> &
          z.output<Query> &
          z.output<Body> &
          ([NonNullable<Op["upload"]>] extends [never]
            ? {}
            : true extends NonNullable<Op["mayLackUpload"]>
              ? { readonly upload?: QuarantinedFile }
              : { readonly upload: QuarantinedFile })
      : never;

export type OutputOf<Op> =
  Op extends SocketOperation<Shape, infer Output>
    ? z.input<Output>
    : Op extends HttpOperation<Shape, Shape, Shape, infer Output, string>
      ? Output extends Shape
        ? z.input<Output>
        : RawReply
      : never;

/** What a client sends: defaults may be left out. */
export type RequestOf<Op> =
  Op extends SocketOperation<infer Input, Shape>
    ? z.input<Input>
    : Op extends HttpOperation<infer Params, infer Query, infer Body, Shape | typeof RAW, string>
      ? z.input<Params> & z.input<Query> & z.input<Body>
      : never;

/** What a client gets back. */
export type ReplyOf<Op> =
  Op extends SocketOperation<Shape, infer Output>
    ? z.output<Output>
    : Op extends HttpOperation<Shape, Shape, Shape, infer Output, string>
      ? Output extends Shape
        ? z.output<Output>
        : never
      : never;

export type Locale = "ru" | "en";

/** Who is calling, as the door found out. Rooms get this and never the request. */
export interface Caller {
  readonly locale: Locale;
  /** Keyed hash of the network address: good for counting, not for finding a person. */
  readonly network: string;
  /** By which a block of a day, `2026-11-24`, knows the network; undefined once that day's key has gone. */
  readonly networkOn?: (day: string) => string | undefined;
  /** The `Authorization: Bearer` secret, if one came. */
  readonly token?: string;
  readonly idempotencyKey?: string;
  readonly staff?: StaffMember;
  /** The conversation that a `/chat` socket has open. */
  readonly conversation?: OpenedConversation;
  /** What the browser sent along, on the staff's own HTTP routes only. */
  readonly browser?: Browser;
  /** What this socket listens to; sockets only. */
  readonly topics?: Topics;
}

/** Headers that signing in needs: no other route sees a cookie. */
export interface Browser {
  readonly cookie: string;
  readonly origin: string;
  readonly userAgent: string;
}

/** A socket's subscriptions, such as the conversations open on an operator's screen. */
export interface Topics {
  join(topic: string): void;
  leave(topic: string): void;
}

export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Slug of the hotline whose matters they answer; unset for all of them. */
  readonly department?: string;
  readonly sessionId: string;
  /** The role asks for a second factor and the person has none: only their own account is open to them. */
  readonly confined?: true;
}

/** What a `/chat` connection holds: enough to store the conversation at its first message. */
export interface OpenedConversation {
  readonly id: string;
  readonly token: string;
  readonly locale: Locale;
  readonly page?: string;
}

export type CallerOf<Op> = Op extends { readonly who: infer W }
  ? W extends { readonly staff: readonly Role[] }
    ? Caller & { readonly staff: StaffMember }
    : Op extends { readonly namespace: "/chat" }
      ? Caller & { readonly conversation: OpenedConversation }
      : Caller
  : Caller;

/** An answer that also sets response headers, such as a cookie. */
export class WithHeaders<Output> {
  readonly output: Output;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  constructor(output: Output, headers: Readonly<Record<string, string | readonly string[]>>) {
    this.output = output;
    this.headers = headers;
  }
}

export type Handler<Op> = (
  input: InputOf<Op>,
  caller: CallerOf<Op>,
) => Promise<OutputOf<Op> | WithHeaders<OutputOf<Op>>>;

/** The handlers that a room owes for its operations. */
export type HandlersOf<Room> = { readonly [Name in keyof Room]: Handler<Room[Name]> };
