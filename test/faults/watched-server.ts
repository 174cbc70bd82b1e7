import { afterAll, afterEach, beforeAll, expect, vi } from "vitest";
import type { ServerProcess } from "../server-process.ts";
import { aContestServer } from "./contest-server.ts";
import { tracesOf, type Traces } from "./traces.ts";

export interface WatchedServer {
  readonly process: () => ServerProcess;
  /** What may be there; call it after something was stored on purpose. */
  readonly accept: () => Promise<void>;
  readonly accepted: () => Traces;
}

/**
 * A server for a file's tests, held after each against what it kept before: not a row, file or open
 * descriptor more; the same process, and it answers.
 */
export function aWatchedServer(prepare: (server: ServerProcess) => Promise<unknown>): WatchedServer {
  let server: ServerProcess;
  let pid: number;
  let accepted: Traces;

  beforeAll(async () => {
    server = await aContestServer();
    pid = server.pid();
    await prepare(server);
    accepted = await tracesOf(server);
    expect(accepted.entries, "something must be there that could be harmed").toBeGreaterThan(0);
  });
  afterEach(async () => {
    await vi.waitFor(async () => expect(await tracesOf(server)).toEqual(accepted), 5_000);
    expect(server.pid()).toBe(pid);
    expect(server.isRunning()).toBe(true);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });
  afterAll(() => server.remove());

  return {
    process: () => server,
    async accept() {
      accepted = await tracesOf(server);
    },
    accepted: () => accepted,
  };
}
