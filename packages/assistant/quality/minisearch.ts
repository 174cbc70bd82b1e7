import MiniSearch from "minisearch";
import type { Entry } from "../src/index.ts";

/** The usual full-text search of a JavaScript project, to be compared with. */
export function createMiniSearch(entries: readonly Entry[]): (question: string) => { id: string }[] {
  const index = new MiniSearch<Entry>({
    fields: ["question", "alternatives", "answer"],
    searchOptions: { boost: { question: 3, alternatives: 3 }, fuzzy: 0.2 },
    extractField: (entry, field) =>
      field === "alternatives" ? entry.alternatives.join(" ") : String(entry[field as keyof Entry]),
  });
  index.addAll(entries);
  return (question) =>
    index
      .search(question)
      .slice(0, 5)
      .map(({ id }) => ({ id: String(id) }));
}
