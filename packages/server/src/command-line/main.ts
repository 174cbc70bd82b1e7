import { runCommand } from "./program.ts";

// A reader such as `head` may end before everything is written.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCommand(
  process.argv.slice(2),
  {
    env: process.env,
    stdin: process.stdin,
    say: (line) => void process.stdout.write(`${line}\n`),
    remark: (line) => void process.stderr.write(`${line}\n`),
    write: (text) => void process.stdout.write(text),
  },
  () => new Date(),
);
