import { benchAssistant } from "./assistant.ts";
import { benchCityImport } from "./city-import.ts";
import { benchCertificates } from "./certificates.ts";
import { benchConversations } from "./conversations.ts";
import { benchInbox } from "./inbox.ts";
import { benchImages } from "./images.ts";
import { benchSizes } from "./sizes.ts";

// Each beside its floor in the same run: machines differ, ratios less so.
console.log("\nFinding an article, beside MiniSearch");
console.table(benchAssistant());
console.log("\nMessages of 100 residents at once, durable before acknowledged, beside bare rows");
console.table(await benchConversations());
console.log("\nFrom a resident's message to the operator's screen, 200 conversations open, beside its goal");
console.table(await benchInbox());
console.log("\nA list of 100,000 buildings read and taken while a resident writes, beside its goal");
console.table(await benchCityImport());
console.log("\nPictures of an entry, beside one bare resize");
console.table(await benchImages());
console.log("\nDiplomas, a PDF each, beside the goal");
console.table(await benchCertificates());
console.log("\nWhat a resident's browser fetches, bytes of brotli, beside the budget");
console.table(benchSizes());
