import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const FOLDER = fileURLToPath(new URL("../../node_modules/.veche/field/", import.meta.url));
const run = promisify(execFile);

/** Another chat to be measured beside ours, as its makers publish it. */
export interface Rival {
  readonly name: string;
  readonly version: string;
  /** Where its package was unpacked. */
  readonly folder: string;
  /** A page with it, as its documentation has it; its files stand under `/field/`. */
  readonly page: string;
  /** What opens it; one that stands in the page is open from the start. */
  readonly opener?: string;
}

const RIVALS = [
  {
    name: "deep-chat",
    version: "2.4.2",
    page: `<script type="module" src="/field/dist/deepChat.bundle.js"></script><deep-chat demo="true"></deep-chat>`,
  },
  {
    name: "@n8n/chat",
    version: "1.37.0",
    page: `<link rel="stylesheet" href="/field/dist/style.css"><script type="module">
      import { createChat } from "/field/dist/chat.bundle.es.js";
      createChat({ webhookUrl: location.origin + "/webhook" });
    </script>`,
    opener: ".chat-window-toggle",
  },
];

/**
 * The rivals' packages, fetched from the registry when they are not here. They are not dependencies: one of them may
 * be used, but not passed on.
 */
export async function rivals(): Promise<readonly Rival[]> {
  const found: Rival[] = [];
  for (const rival of RIVALS) {
    const folder = join(FOLDER, `${rival.name.replaceAll(/\W+/g, "-")}-${rival.version}`);
    try {
      if (!existsSync(join(folder, "package"))) await unpack(`${rival.name}@${rival.version}`, folder);
      found.push({ ...rival, folder: join(folder, "package") });
    } catch {
      console.log(`${rival.name} could not be fetched: it is left out.`);
    }
  }
  return found;
}

async function unpack(name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await run("npm", ["pack", name, "--pack-destination", folder]);
  const archive = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  await run("tar", ["xzf", archive ?? "", "-C", folder], { cwd: folder });
}
