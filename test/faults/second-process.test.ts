import { afterEach, expect, test } from "vitest";
import { aServerProcess, type ServerProcess } from "../server-process.ts";

const servers: ServerProcess[] = [];
afterEach(() => Promise.all(servers.splice(0).map((it) => it.remove())));

async function aServer(env: Record<string, string> = {}): Promise<ServerProcess> {
  const server = await aServerProcess(env);
  servers.push(server);
  return server;
}

test("a second server on the same data folder is refused in one line, and takes over once the first was killed", async () => {
  const first = await aServer();
  await first.start();
  const second = await aServer({ VECHE_DATA: first.folder });

  await expect(second.start()).rejects.toThrow(
    /ended with 1: VECHE_DATA \S+ is in use by another running server/,
  );
  expect(second.output().trimEnd()).not.toContain("\n");
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

  await first.kill();
  await second.start();
  expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
});
