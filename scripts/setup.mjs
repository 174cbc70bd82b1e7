// `npm run setup`: installs what the lockfile names and builds what browsers load, for a server that is to run. With
// `-- --server-only` it then leaves only what the server needs, for an image with a Node of its own.
import { progress } from "./progress.mjs";
import { build, install, keepServer, requireNode } from "./workspace.mjs";

requireNode();
await install(progress);
await build(progress);
if (process.argv.includes("--server-only")) await keepServer(progress);
