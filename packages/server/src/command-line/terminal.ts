/** What a command reads from and writes to. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array | string>;
  /** A line of what was asked for. */
  say(line: string): void;
  /** A line about how it goes: progress, warnings, errors. */
  remark(line: string): void;
  /** Exactly these characters. */
  write(text: string): void;
}

/** Ends a command: sentences that say what happened and what to do. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  readonly lines: readonly string[];
  constructor(...lines: readonly string[]) {
    super(lines.join("\n"));
    this.lines = lines;
  }
}

export async function readAll(stdin: Terminal["stdin"]): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  return Buffer.concat(chunks).toString("utf8");
}
