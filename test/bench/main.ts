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

// Each beside its floor in the same run: machines differ, ratios less so.
console.log("\nFinding an article, beside MiniSearch");
console.table(benchAssistant());
console.log(
  "\nWhole chat turns of 100 residents, beside a bare Socket.IO server that answers with a fixed text",
);
const turns = await benchTurns();
console.table(turns.rows);
console.table([
  {
    share: turns.share,
    whereQuestionsComeAgain: turns.shareWhereQuestionsComeAgain,
    p99Times: turns.p99Times,
  },
]);
console.log("\nProcessor time of a turn, beside nlp.js, which keeps nothing");
const nlp = await benchNlp();
console.table([...nlp.rows, { server: "times", processorMsPerTurn: nlp.times }]);
console.log("\nDurable messages in batches of 50, beside raw prepared better-sqlite3");
const writing = await benchWriting();
console.table([...writing.rows, { how: "share", messagesPerSecond: writing.share }]);
console.log("\nReady after SIGKILL with 100,000 messages stored");
console.table([await benchReadyAfterKill()]);
console.log("\nA turn with 100 messages stored, and with 1,000,000");
const past = await benchLongPast();
console.table([...past.rows, { messages: "times", processorMsPerTurn: past.times }]);
console.log("\n10,000 chats open and silent; 5,000 dropped at once; 1,000 resumed after a kill");
console.table([await benchIdle()]);
console.table([await benchDropped()]);
console.table([await benchResumed()]);
console.log("\nMessages of 100 residents at once, durable before acknowledged, beside bare rows");
console.table(await benchConversations());
console.log("\nFrom a resident's message to the operator's screen, 200 conversations open, beside its goal");
console.table(await benchInbox());
console.log("\nA list of 100,000 buildings read and taken while a resident writes, beside its goal");
console.table(await benchCityImport());
console.log("\nPictures of an entry, beside vipsthumbnail making the same");
console.table(await benchImages());
console.log("\nThe same sheet again, on drawings and seeds that the rules were not made by");
console.table(await benchSameWork("held-out"));
console.log("\nDiplomas, a PDF each, beside the goal");
console.table(await benchCertificates());
console.log("\nA contest of 10,000 works: the gallery, the moderators' grid, the ranking, beside the goals");
console.table(await benchManyEntries());
console.log("\nWhat a resident's browser fetches, bytes of brotli, beside the budget");
console.table(benchSizes());
