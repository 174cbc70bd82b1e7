import type { WithHeaders } from "@veche/protocol";

/** Handlers as a test calls them: those of these rooms never set headers of their own. */
export type Plain<Handlers> = {
  readonly [Name in keyof Handlers]: Handlers[Name] extends (
    input: infer Input,
    caller: infer By,
  ) => Promise<infer Output>
    ? (input: Input, caller: By) => Promise<Exclude<Output, WithHeaders<unknown>>>
    : never;
};

export const plain = <Handlers>(handlers: Handlers) => handlers as Plain<Handlers>;
