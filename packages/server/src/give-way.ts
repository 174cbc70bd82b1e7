import { readlinkSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";

/** Steps of niceness below the server: a third of its share. With ten, a busy machine spent a picture's whole time limit. */
const STEPS = 5;

/** Lets everything else go first where processors are short. @param id of a process, or on Linux of a thread */
export function giveWay(id: number): void {
  try {
    setPriority(id, Math.min(getPriority() + STEPS, constants.priority.PRIORITY_LOW));
  } catch {
    // Ended already, or the host won't have it: the work is done all the same.
  }
}

/** The same for the thread that calls it; nothing where threads have no niceness of their own. */
export function giveWayHere(): void {
  if (process.platform !== "linux") return;
  const id = Number(readlinkSync("/proc/thread-self").split("/").at(-1));
  if (Number.isInteger(id)) giveWay(id);
}
