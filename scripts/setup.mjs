// `npm run setup`: installs what the lockfile names and builds what browsers load, for a server that is to run.
import { progress } from "./progress.mjs";
import { build, install, requireNode } from "./workspace.mjs";

requireNode();
await install(progress);
await build(progress);
