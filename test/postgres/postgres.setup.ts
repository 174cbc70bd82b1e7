import { openPostgres } from "../../packages/server/src/storage/index.ts";
import { TEMPLATE } from "../../packages/server/src/storage/storage.fixture.ts";
import { startPostgres } from "./postgres-server.ts";

/** One Postgres for a run of tests; each test makes its own database on it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  await server.make(TEMPLATE);
  await (await openPostgres(server.url(TEMPLATE))).close();
  process.env.VECHE_TEST_POSTGRES = server.url("postgres");
  return () => server.stop();
}
