import { connect, createServer, type Socket } from "node:net";
import { freePort } from "../server-process.ts";

/** A network between residents and a server, that can be cut and can go silent. */
export interface Network {
  readonly url: string;
  /** All of them are gone at once, as when a router restarts. */
  cut(): void;
  /**
   * From now on nothing passes through those that stand, and neither end is told: a phone that left its cell.
   * New ones work.
   */
  silence(): void;
  close(): Promise<void>;
}

export async function aNetwork(server: string): Promise<Network> {
  const target = new URL(server);
  const port = await freePort();
  const pairs = new Set<readonly [Socket, Socket]>();
  const door = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far);
    far.pipe(near);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on("error", () => undefined);
      one.once("close", () => {
        other.destroy();
        pairs.delete(pair);
      });
    }
  });
  await new Promise<void>((resolve) => door.listen(port, "127.0.0.1", resolve));
  const cut = () => {
    for (const [near] of pairs) near.destroy();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    silence() {
      for (const [near, far] of pairs) {
        near.unpipe(far).pause();
        far.unpipe(near).pause();
      }
    },
    async close() {
      cut();
      await new Promise((resolve) => door.close(resolve));
    },
  };
}
