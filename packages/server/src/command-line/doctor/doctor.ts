import { type Config, readConfig } from "../../config.ts";
import { localMoment } from "../../city-time.ts";
import { dataFolder } from "../../data-folder.ts";
import { inspectSqlite, type InspectedDatabase } from "../../storage/index.ts";
import { exists } from "../files.ts";
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
  const files = dataFolder(config.dataFolder);
  if (findings.some(({ kind, text }) => kind === "problem" && text.startsWith("data folder")))
    return findings;
  if (!(await exists(files.database))) {
    return [...findings, problem("database: there is none yet. Start the server once, or restore a backup.")];
  }
  return [...findings, ...(await examineDatabase(files.database, files.blobs, now))];
}

async function examineDatabase(file: string, blobs: string, now: Date): Promise<Finding[]> {
  let database: InspectedDatabase;
  try {
    database = inspectSqlite(file);
  } catch (error) {
    return [problem(`database: can't be opened (${error instanceof Error ? error.message : String(error)})`)];
  }
  try {
    const schema = checkSchema(database);
    if (schema.some(({ kind }) => kind === "problem")) return schema;
    return [...schema, ...(await checkContents(database)), ...(await checkPictures(database, blobs, now))];
  } finally {
    await database.close();
  }
}
