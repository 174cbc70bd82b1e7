import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** Of Linux's clock, which counts a process's time. */
const TICKS_A_SECOND = 100;

/** The measured server has the first core to itself; whoever loads it has the others. */
export type Side = "server" | "clients";

/**
 * Puts a process with all its threads on its side of the machine, where Linux's `taskset` is there and
 * there is more than one core. Threads that it starts later stay there too.
 */
export function keepTo(side: Side, pid: number): void {
  const cores = availableParallelism();
  if (cores < 2) return;
  const list = side === "server" ? "0" : `1-${cores - 1}`;
  spawnSync("taskset", ["--all-tasks", "--cpu-list", "--pid", list, String(pid)], { stdio: "ignore" });
}

/** Processor time that a process has had so far, all its threads together, milliseconds. Linux only. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // After the name, which may hold anything, in brackets; the 14th and 15th fields of the whole.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_A_SECOND;
}

/** Resident memory of a process, bytes. Linux only. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}
