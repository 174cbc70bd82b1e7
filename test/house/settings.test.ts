import { expect, test } from "vitest";
import { settingsTable } from "../../packages/server/src/environment.ts";

const INTRODUCTION = `# Settings

What the server process reads from its environment, made from packages/server/src/environment.ts by
\`vitest run --project unit test/house/settings.test.ts -u\`. A wrong value is refused at the start, in one line that
names the variable.
`;

test("the table of settings is the one that the server reads", async () => {
  await expect(`${INTRODUCTION}\n${settingsTable()}\n`).toMatchFileSnapshot("../../docs/settings.md");
});
