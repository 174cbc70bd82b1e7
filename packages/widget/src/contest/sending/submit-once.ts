import type { Agreement } from "../agreement.ts";
import { Problem } from "../../requests/problem.ts";
import type { UnsettledAttempt } from "../entry-draft.ts";
import type { FieldValues } from "../entry-fields.ts";
import { FIELD_NAMES } from "../entry-fields.ts";
import type { Accepted } from "./send-entry.ts";

/** How long to wait before each repeat when the connection breaks, in milliseconds. */
const PAUSES_MS = [2_000, 5_000, 10_000];

/** What the refusal of a repeated key names, so that it is told from a contest's limits. */
const KEY_FIELD = "idempotency-key";

export interface Content {
  readonly values: FieldValues;
  readonly agreed: readonly Agreement[];
  /** Tells whether the picture is still the same; empty where there is none. */
  readonly drawing: string;
  readonly file: File | undefined;
}

export interface SubmissionPorts {
  readonly send: (content: Content, key: string) => Promise<Accepted>;
  /** Called before every pause, so that the parent sees that the connection broke. */
  readonly onPause: () => void;
  readonly wait: (ms: number) => Promise<void>;
  readonly newKey: () => string;
  /** Keeps what was sent without an answer, or forgets it. */
  readonly keepAttempt: (attempt: UnsettledAttempt | undefined, file?: File) => void;
}

/** What was sent earlier without an answer; the file is gone where the device forgot it. */
export interface Earlier {
  readonly attempt: UnsettledAttempt;
  readonly file: File | undefined;
}

export interface Submitted extends Accepted {
  /** The earlier sending had arrived after all: later changes are not in it. */
  readonly asSentEarlier: boolean;
}

/**
 * Sends an entry so that it arrives once, however often the connection breaks in between.
 *
 * A sending without an answer keeps its key. Sent again unchanged, the server gives the first result; sent again
 * changed, the server tells that the earlier one had arrived, and the earlier one's result is fetched.
 *
 * @throws Problem as refused by the server, or `unreachable` after the last repeat
 */
export async function submitOnce(
  content: Content,
  earlier: Earlier | undefined,
  ports: SubmissionPorts,
): Promise<Submitted> {
  const key = earlier?.attempt.key ?? ports.newKey();
  const isRepeat = earlier !== undefined && isSame(earlier.attempt, content);
  const sent = isRepeat && earlier.file ? { ...content, file: earlier.file } : content;
  // Before sending: a page that is closed in the middle must know its key when it comes back.
  if (!earlier) ports.keepAttempt({ ...attemptOf(content), key }, content.file);
  try {
    const accepted = await persistently(() => ports.send(sent, key), ports);
    return { ...accepted, asSentEarlier: false };
  } catch (problem) {
    const file = earlier?.file;
    const isHere = file !== undefined || earlier?.attempt.drawing === "";
    if (earlier && isHere && !isRepeat && isKeyConflict(problem)) {
      const accepted = await persistently(() => ports.send({ ...earlier.attempt, file }, key), ports);
      return { ...accepted, asSentEarlier: true };
    }
    if (!earlier && problem instanceof Problem && problem.decided) ports.keepAttempt(undefined);
    throw problem;
  }
}

/** Sends again while the connection breaks, a few times. @throws Problem as refused, or `unreachable` in the end */
export async function persistently(
  send: () => Promise<Accepted>,
  ports: Pick<SubmissionPorts, "onPause" | "wait">,
): Promise<Accepted> {
  for (const pause of PAUSES_MS) {
    try {
      return await send();
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.code !== "unreachable") throw problem;
      ports.onPause();
      await ports.wait(pause);
    }
  }
  return await send();
}

function isKeyConflict(problem: unknown): boolean {
  return (
    problem instanceof Problem && problem.code === "conflict" && problem.field?.toLowerCase() === KEY_FIELD
  );
}

function attemptOf({ values, agreed, drawing }: Content): Omit<UnsettledAttempt, "key"> {
  return { values, agreed, drawing };
}

function isSame(attempt: UnsettledAttempt, content: Content): boolean {
  return (
    attempt.drawing === content.drawing &&
    FIELD_NAMES.every((name) => attempt.values[name] === content.values[name]) &&
    [...attempt.agreed].sort().join() === [...content.agreed].sort().join()
  );
}
