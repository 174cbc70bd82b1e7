import { readFile } from "node:fs/promises";

const PAGE_BYTES = 4096;

/**
 * Bytes of memory that a process has resident, read from outside: a process that computes without
 * a pause can't tell. 0 where the system has no /proc; there the process reports by itself.
 */
export async function residentMemory(pid: number | undefined): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(pages.split(" ")[1] ?? 0) * PAGE_BYTES;
}
