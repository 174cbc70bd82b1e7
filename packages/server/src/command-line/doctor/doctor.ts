import { type Config, readConfig } from "../../config.ts";
import { localMoment } from "../../city-time.ts";
import { storedPictures } from "../../open-blobs.ts";
import { inspectDatabase } from "../../open-database.ts";
import type { InspectedDatabase } from "../../storage/index.ts";
import type { Terminal } from "../terminal.ts";
import { checkContents, checkSchema } from "./check-database.ts";
import { checkFolder } from "./check-folder.ts";
import { checkPictures } from "./check-pictures.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

/** Looks at settings and data, changes nothing, and says what has to be seen to. True when nothing has. */
export async function doctorCommand(terminal: Terminal, now: Date): Promise<boolean> {
  const findings = await examine(terminal.env, now);
  for (const { kind, text } of findings) terminal.say(`${kind.padEnd(7)}  ${text}`);
  const problems = findings.filter(({ kind }) => kind === "problem").length;
  terminal.say(problems === 0 ? "Nothing to see to." : `To see to: ${problems}`);
  return problems === 0;
}

async function examine(env: Terminal["env"], now: Date): Promise<Finding[]> {
  let config: Config;
  try {
    config = readConfig(env);
  } catch (error) {
    return [problem(`settings: ${error instanceof Error ? error.message : String(error)}`)];
  }
  const findings = [
    ok("settings: readable"),
    ok(`time zone: ${config.timeZone}, where it is ${localMoment(config.timeZone, now)}`),
    config.publicUrl
      ? ok(`public address: ${config.publicUrl}`)
      : note("public address: VECHE_PUBLIC_URL is not set"),
    ...(await checkFolder(config.dataFolder)),
  ];
  if (findings.some(({ kind, text }) => kind === "problem" && text.startsWith("data folder")))
    return findings;
  return [...findings, ...(await examineDatabase(config, now))];
}

async function examineDatabase(config: Config, now: Date): Promise<Finding[]> {
  let database: InspectedDatabase | undefined;
  try {
    database = await inspectDatabase(config);
  } catch (error) {
    return [problem(`database: can't be opened (${error instanceof Error ? error.message : String(error)})`)];
  }
  if (!database) return [problem("database: there is none yet. Start the server once, or restore a backup.")];
  try {
    const schema = await checkSchema(database);
    if (schema.some(({ kind }) => kind === "problem")) return schema;
    const contents = await checkContents(database);
    return [...schema, ...contents, ...(await checkPictures(database, () => storedPictures(config), now))];
  } finally {
    await database.close();
  }
}
