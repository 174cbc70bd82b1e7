import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PaperData, PaperKind, PaperMessage } from "./papers.ts";

const WORKER = fileURLToPath(new URL("./worker.ts", import.meta.url));
/** An idle process is ended: the compiler and its fonts take a hundred megabytes. */
const REST_AFTER_MS = 60_000;
const LONGEST_MS = 5 * 60_000;

export interface Documents {
  /**
   * Sets a paper by the template of its kind.
   *
   * @returns a tagged PDF (PDF/UA-1); of a card or a mark, a PNG
   * @throws Error when the process ended or the template is wrong: never because of what people typed
   */
  readonly make: <Kind extends PaperKind>(kind: Kind, data: PaperData[Kind]) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly done: (paper: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

/** Papers by typst, in a process of their own, started when the first is wanted. */
export function createDocuments(): Documents {
  let child: ChildProcess | undefined;
  let resting: NodeJS.Timeout | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  function ended(from: ChildProcess, how: string): void {
    if (child !== from) return;
    child = undefined;
    for (const { failed } of waiting.values()) failed(new Error(`the process of documents ended: ${how}`));
    waiting.clear();
  }

  function start(): ChildProcess {
    const started = fork(WORKER, [], {
      serialization: "advanced",
      // It knows no secret: its environment is made here.
      env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    started.on("message", (message: PaperMessage) => {
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ("paper" in message) asked?.done(message.paper);
      else asked?.failed(new Error(message.fault));
      if (waiting.size === 0) rest(started);
    });
    started.once("error", (error) => ended(started, error.message));
    started.once("exit", (code, signal) => ended(started, signal ?? `exit code ${code}`));
    return started;
  }

  /** An idle process must not keep a command-line program from ending. */
  function rest(idle: ChildProcess): void {
    idle.unref();
    idle.channel?.unref();
    resting = setTimeout(() => idle.kill(), REST_AFTER_MS).unref();
  }

  return {
    make(kind, data) {
      clearTimeout(resting);
      const working = (child ??= start());
      working.ref();
      working.channel?.ref();
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      waiting.set(id, { done: resolve, failed: reject });
      const late = setTimeout(() => working.kill("SIGKILL"), LONGEST_MS);
      working.send({ id, kind, data }, (error) => error && ended(working, error.message));
      return promise.finally(() => clearTimeout(late));
    },
    async close() {
      clearTimeout(resting);
      const last = child;
      if (!last) return;
      const gone = new Promise((resolve) => last.once("exit", resolve));
      last.ref();
      last.kill();
      await gone;
    },
  };
}
