import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PRELOADED = fileURLToPath(new URL("./failing-files.mjs", import.meta.url));

export interface FileFaults {
  /** What the server's process must be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** The Nth operation from now on fails with this code, once. */
  fail(nth: number, code: string): void;
  /** Every operation from now on takes so much longer. */
  slow(ms: number): void;
  heal(): void;
  /** What was made to fail since `fail`, if it came so far: "rename". */
  failed(): string | undefined;
}

/** Faults of a server's file operations, all but the database's own. */
export function createFileFaults(): FileFaults {
  const file = join(mkdtempSync(join(tmpdir(), "veche-faults-")), "faults.json");
  let run = 0;
  const tell = (what: object) => writeFileSync(file, JSON.stringify({ run: ++run, ...what }));
  tell({});
  return {
    env: { FAULTS_FILE: file, NODE_OPTIONS: `--import=${PRELOADED}` },
    fail: (nth, code) => tell({ failAt: nth, code }),
    slow: (ms) => tell({ slowMs: ms }),
    heal: () => tell({}),
    failed() {
      if (!existsSync(`${file}.met`)) return undefined;
      const lines = readFileSync(`${file}.met`, "utf8").trim().split("\n");
      return lines.find((line) => line.startsWith(`${run} `))?.split(" ")[1];
    },
  };
}
