import { runCommand } from "./program.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a town whose data folder is given, at noon of 24 November 2026 in the city. */
export async function run(dataFolder: string, args: readonly string[], stdin = "", env = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const code = await runCommand(
    args,
    {
      env: { VECHE_DATA: dataFolder, VECHE_PUBLIC_URL: "https://chat.town.example", ...env },
      stdin: (async function* () {
        yield stdin;
      })(),
      say: (line) => void (out += `${line}\n`),
      remark: (line) => void (err += `${line}\n`),
      write: (text) => void (out += text),
    },
    () => new Date("2026-11-24T07:00:00Z"),
  );
  return { code, out, err };
}
