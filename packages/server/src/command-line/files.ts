import { access, readFile, writeFile } from "node:fs/promises";
import { decodeSheet } from "../sheets/index.ts";
import { CommandFailed } from "./terminal.ts";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** @throws CommandFailed when there is no such file to read */
export async function readText(file: string): Promise<string> {
  try {
    return decodeSheet(await readFile(file));
  } catch (error) {
    if (codeOf(error) === "ENOENT") throw new CommandFailed(`There is no file ${file}.`);
    if (codeOf(error) === "EISDIR") throw new CommandFailed(`${file} is a folder. Name a file.`);
    if (codeOf(error) === "EACCES")
      throw new CommandFailed(`${file} may not be read: check its permissions.`);
    throw error;
  }
}

/** @throws CommandFailed when the file is not JSON */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandFailed(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws CommandFailed rather than writing over something */
export async function writeNew(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw new CommandFailed(`${file} is there already. Name another file.`);
    if (codeOf(error) === "ENOENT") throw new CommandFailed(`There is no folder for ${file}. Make it first.`);
    throw error;
  }
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
