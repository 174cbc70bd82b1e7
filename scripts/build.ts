import { fileURLToPath } from "node:url";
import { build } from "vite";

/** What browsers load: the residents' elements and the staff's application. */
for (const name of ["widget", "console"]) {
  const root = fileURLToPath(new URL(`../packages/${name}`, import.meta.url));
  console.log(`building ${name}`);
  await build({ root, configFile: `${root}/vite.config.ts`, logLevel: "warn" });
}
