import { NO_FAULTS } from "../faults-found.ts";
import { killedAlone } from "./killed-alone.ts";
import { killedOfTwo } from "./killed-of-two.ts";

const SECONDS = Number(process.argv[2] ?? 60);
const KILLS = Math.ceil(SECONDS / 4);
const FEWEST_ACKNOWLEDGED = 5_000;
const KILL_EVERY_SECONDS = 3;

/** Fails the run where anything that may not happen did, or too little was tried. */
function judge(what: string, counts: Readonly<Record<string, number>>, fewest: number): void {
  console.log(what, JSON.stringify(counts));
  const faults = [...Object.keys(NO_FAULTS), "missedByOperator"].filter((name) => (counts[name] ?? 0) > 0);
  if (faults.length === 0 && (counts.acknowledged ?? 0) >= fewest) return;
  console.error(`${what}: ${faults.join(", ") || "too few acknowledged"}`);
  process.exitCode = 1;
}

judge("one process, killed", await killedAlone(SECONDS, KILLS), Math.min(FEWEST_ACKNOWLEDGED, SECONDS * 80));
judge("one of two on Postgres, killed", await killedOfTwo(SECONDS, KILL_EVERY_SECONDS), SECONDS * 5);
