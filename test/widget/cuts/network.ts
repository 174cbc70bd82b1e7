import { createServer, connect, type Socket } from "node:net";
import { freePort } from "../../server-process.ts";

/** The network between browsers and the server, which can be cut or held up. */
export interface Network {
  readonly url: string;
  /** Every connection breaks and none can be made until {@link mend}. */
  cut(): void;
  /** Nothing passes until {@link mend}, but nobody is told. */
  stall(): void;
  mend(): void;
  /** Each WebSocket breaks at the moment in which it was to take over from polling, until {@link mend}. */
  cutTakeovers(): void;
  close(): Promise<void>;
}

/** @source the Engine.IO protocol, upgrade: what the server answers before the client lets polling go */
const PROBE_ANSWERED = "3probe";

export async function aNetwork(serverPort: number): Promise<Network> {
  const port = await freePort();
  const open = new Set<Socket>();
  let state: "whole" | "cut" | "stalled" | "no takeovers" = "whole";

  const server = createServer((near) => {
    if (state === "cut") return void near.resetAndDestroy();
    const far = connect(serverPort, "127.0.0.1");
    far.on("data", (bytes) => {
      if (state === "no takeovers" && bytes.includes(PROBE_ANSWERED)) setImmediate(() => near.end());
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on("error", () => {});
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
      if (state === "stalled") one.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${port}`,
    cut() {
      state = "cut";
      for (const socket of open) socket.resetAndDestroy();
    },
    stall() {
      state = "stalled";
      for (const socket of open) socket.pause();
    },
    cutTakeovers() {
      state = "no takeovers";
    },
    mend() {
      state = "whole";
      for (const socket of open) socket.resume();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
