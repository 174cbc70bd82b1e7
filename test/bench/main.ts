import { benchAssistant } from "./assistant.ts";
import { benchCityImport } from "./city-import.ts";
import { benchCertificates } from "./certificates.ts";
import { benchConversations } from "./conversations.ts";
import { benchDropped, benchIdle, benchResumed } from "./crowds.ts";
import { benchInbox } from "./inbox.ts";
import { benchManyEntries } from "./many-entries.ts";
import { benchNlp } from "./nlp.ts";
import { benchLongPast, benchReadyAfterKill } from "./past.ts";
import { benchImages } from "./images.ts";
import { benchSameWork } from "./same-work.ts";
import { benchSizes } from "./sizes.ts";
import { benchTurns } from "./turns.ts";
import { benchWriting } from "./writing.ts";

/** Measures one thing and prints it, with how long the measuring took. */
async function measure(what: string, bench: () => Promise<object> | object) {
  console.log(`\n${what}`);
  const began = performance.now();
  console.table(await bench());
  console.log(`measured in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}

// Each beside its floor in the same run: machines differ, ratios less so. What takes minutes is measured in a smaller
// size here and whole by its own file.
await measure("Finding an article, beside MiniSearch", () => benchAssistant([1_000, 10_000]));
await measure(
  "Whole chat turns of 100 residents, beside a bare Socket.IO server that answers with a fixed text",
  async () => {
    const { rows, share, shareWhereQuestionsComeAgain, p99Times } = await benchTurns();
    console.table(rows);
    return [{ share, shareWhereQuestionsComeAgain, p99Times }];
  },
);
await measure("Processor time of a turn, beside nlp.js, which keeps nothing", async () => {
  const { rows, times } = await benchNlp();
  return [...rows, { server: "times", processorMsPerTurn: times }];
});
await measure("Durable messages in batches of 50, beside raw prepared better-sqlite3", async () => {
  const { rows, share } = await benchWriting();
  return [...rows, { how: "share", messagesPerSecond: share }];
});
await measure("Ready after SIGKILL with 100,000 messages stored", async () => [await benchReadyAfterKill()]);
await measure("A turn with 100 messages stored, and with 1,000,000", async () => {
  const { rows, times } = await benchLongPast();
  return [...rows, { messages: "times", processorMsPerTurn: times }];
});
await measure("10,000 chats open and silent", async () => [await benchIdle()]);
await measure("5,000 dropped at once", async () => [await benchDropped()]);
await measure("1,000 resumed after a kill", async () => [await benchResumed()]);
await measure(
  "Messages of 100 residents at once, durable before acknowledged, beside bare rows",
  benchConversations,
);
await measure(
  "From a resident's message to the operator's screen, 200 conversations open, beside its goal",
  benchInbox,
);
await measure(
  "A list of 100,000 buildings read and taken while a resident writes, beside its goal",
  benchCityImport,
);
await measure("Pictures of an entry, beside vipsthumbnail making the same", benchImages);
await measure("The same sheet again, on drawings and seeds that the rules were not made by", () =>
  benchSameWork("held-out", 20),
);
await measure("Diplomas, a PDF each, beside the goal", benchCertificates);
await measure(
  "A contest of 10,000 works: the gallery, the moderators' grid, the ranking, beside the goals",
  benchManyEntries,
);
await measure("What a resident's browser fetches, bytes of brotli, beside the budget", benchSizes);
