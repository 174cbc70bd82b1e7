import { mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";

/**
 * What was compiled is kept beside the data, so that a server that was killed is back a third sooner. Nothing else is
 * imported before. A folder that can't be made or written is told of by the settings' own check.
 */
const data = process.env.VECHE_DATA || "./data";
try {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // Threads take it from here.
  process.env.NODE_COMPILE_CACHE ??= join(data, "compiled");
  enableCompileCache(process.env.NODE_COMPILE_CACHE);
} catch {}

const { run } = await import("./run.ts");
await run();
