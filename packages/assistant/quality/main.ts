/** Measures the assistant on the development questions, prints the tables and keeps them in docs/quality.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ablationTable, confidenceTables, garbledTable, rankingTables } from "./articles.ts";
import { cityTables } from "./city-tables.ts";
import { rutubeFolder } from "./data.ts";
import { heldOutTables } from "./held-out.ts";
import { createReport } from "./report.ts";

const { values } = parseArgs({ options: { rutube: { type: "string", default: rutubeFolder } } });
const report = createReport();
const { city, rutube } = rankingTables(report, values.rutube);
garbledTable(report);
heldOutTables(report);
confidenceTables(report);
cityTables(report);
ablationTable(report, city, rutube, values.rutube);

const preface = `# Quality of the assistant

Printed by \`pnpm quality\` on the development questions: ${city.length} article questions and the rest of
\`demo/city/questions.dev.jsonl\`, and ${rutube.length} real questions to a video service's support. Tuning on them is
their point, so other questions must judge ("Held out" below); where weights are fitted, the figures are
cross-validated. The thesaurus was written from knowledge of the language, but parts of it after reading errors on these
questions, which flatters it here. Speed: \`pnpm bench\`. Hours are held to 100 % by a test, against every minute of the calendar
at thousands of random moments: \`pnpm unit packages/assistant/src/hours\`.
`;
writeFileSync(join(import.meta.dirname, "../../../docs/quality.md"), `${preface}\n${report.text()}`);
