import { createRequire } from "node:module";
import { join } from "node:path";
import { cityEntries } from "../../../packages/assistant/quality/data.ts";

/**
 * nlp.js as its documentation serves a chat: trained on the demo city's articles, Direct Line over
 * Express, everything in memory. Started in the folder that its packages were installed in.
 */
interface Nlp {
  addLanguage(locale: string): void;
  addDocument(locale: string, utterance: string, intent: string): void;
  addAnswer(locale: string, intent: string, answer: string): void;
  train(): Promise<void>;
}
interface Dock {
  get(name: string): Nlp & { start(): Promise<unknown> };
}

const require = createRequire(join(process.cwd(), "package.json"));
const { dockStart } = require("@nlpjs/basic") as { dockStart(settings: object): Promise<Dock> };
const port = Number(process.env.PORT);
const dock = await dockStart({
  settings: {
    nlp: {
      languages: ["ru", "en"],
      autoSave: false,
      autoLoad: false,
      modelFileName: "",
      nlu: { log: false },
    },
    "api-server": { port, serveBot: false },
    directline: { log: false, channelId: "emulator" },
  },
  use: ["Basic", "LangRu", "LangEn", "ExpressApiServer", "DirectlineConnector"],
});
const nlp = dock.get("nlp");
for (const { id, locale, question, alternatives, answer } of cityEntries()) {
  for (const phrasing of [question, ...alternatives]) nlp.addDocument(locale, phrasing, id);
  nlp.addAnswer(locale, id, answer);
}
await nlp.train();
console.log(`listening on http://127.0.0.1:${port}`);
