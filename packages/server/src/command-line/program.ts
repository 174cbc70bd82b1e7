import { Refusal } from "@veche/protocol";
import { Argument, Command, CommanderError, Option } from "commander";
import { BadSetting } from "../config.ts";
import { explainRefusal } from "./explain-refusal.ts";
import { backupCommand } from "./backup/make-backup.ts";
import { restoreCommand } from "./backup/restore-backup.ts";
import { createCampaignCommand } from "./campaign.ts";
import { doctorCommand } from "./doctor/doctor.ts";
import { exportCommand, EXPORTS } from "./export.ts";
import { importCommand, IMPORTS } from "./import.ts";
import { migrateCommand } from "./migrate.ts";
import { moveCommand } from "./move.ts";
import { addStaff, type StaffOptions } from "./staff.ts";
import { CommandFailed, type Terminal } from "./terminal.ts";

/**
 * Runs one command of the command line.
 *
 * @param args as typed, without program and file
 * @returns the exit code
 */
export async function runCommand(
  args: readonly string[],
  terminal: Terminal,
  clock: () => Date,
): Promise<number> {
  const outcome = { code: 0 };
  try {
    await programFor(terminal, clock, outcome).parseAsync([...args], { from: "user" });
    return outcome.code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    for (const line of linesOf(error)) terminal.remark(line);
    return 1;
  }
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof CommandFailed) return error.lines;
  if (error instanceof BadSetting) return [error.message];
  if (error instanceof Refusal) return explainRefusal(error);
  throw error;
}

function programFor(terminal: Terminal, clock: () => Date, outcome: { code: number }): Command {
  const program = new Command("npm run veche --")
    .description(
      "Looks after a Veche server's data. It reads the same settings (VECHE_DATA and others) as the server.",
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.write(text),
      writeErr: (text) => terminal.remark(text.trimEnd()),
    })
    .showHelpAfterError("Run `npm run veche -- help` for the commands.");

  program
    .command("import")
    .description("take a file (CSV, campaigns as JSON) whole or not at all; for city, a folder of them")
    .addArgument(new Argument("<what>").choices(IMPORTS))
    .argument("<file>")
    .action((what, file) => importCommand(terminal, what, file));
  program
    .command("export")
    .description("write what import reads: to a file, to a folder for city, else to the screen")
    .addArgument(new Argument("<what>").choices(EXPORTS))
    .argument("[file]")
    .addOption(new Option("--locale <locale>", "articles of one language").choices(["ru", "en"]))
    .action((what, file, { locale }) => exportCommand(terminal, what, file, locale));
  program
    .command("backup")
    .description("copy database, pictures and secret into a new folder, while the server runs")
    .argument("<folder>")
    .action((folder) => backupCommand(terminal, folder, clock()));
  program
    .command("restore")
    .description("copy a backup into an empty data folder")
    .argument("<folder>")
    .action((folder) => restoreCommand(terminal, folder));
  program
    .command("staff")
    .description("members of staff: staff add --email E --role R --password-stdin")
    .command("add")
    .description("add one, with the password from standard input")
    .requiredOption("--email <email>")
    .requiredOption("--role <role>")
    .option("--name <name>", "as residents and colleagues see it; by default from the e-mail")
    .option("--password-stdin", "read the password from standard input")
    .action((options: StaffOptions) => addStaff(terminal, options));
  program
    .command("campaign")
    .description("campaigns: campaign create FILE")
    .command("create")
    .description("add one from a JSON file")
    .argument("<file>")
    .action((file) => createCampaignCommand(terminal, file));
  program
    .command("migrate")
    .description("bring the database's schema up to date, as the server does when it starts")
    .option("--from <folder>", "move the town of that data folder to DATABASE_URL and the S3_ store")
    .action(({ from }: { from?: string }) => (from ? moveCommand(terminal, from) : migrateCommand(terminal)));
  program
    .command("doctor")
    .description("look at settings, database, pictures and disk; exits 1 when something has to be seen to")
    .action(async () => {
      outcome.code = (await doctorCommand(terminal, clock())) ? 0 : 1;
    });
  return program;
}
