/** Lines of Markdown, printed and kept. */
export interface Report {
  heading(text: string): void;
  paragraph(text: string): void;
  table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): void;
  text(): string;
}

export function createReport(): Report {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    console.log(line);
  };
  return {
    heading: (text) => ["", `## ${text}`, ""].forEach(say),
    paragraph: (text) => ["", text, ""].forEach(say),
    table(header, rows) {
      say(`| ${header.join(" | ")} |`);
      say(`|${header.map((_, at) => (at === 0 ? "---" : "--:")).join("|")}|`);
      for (const row of rows) say(`| ${row.join(" | ")} |`);
    },
    text: () =>
      `${lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trim()}\n`,
  };
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : ((100 * part) / whole).toFixed(1);
}

/** Shares, in per cent, of places below 1, 3 and 5. */
export function placesRow(name: string, places: readonly number[]): string[] {
  return [
    name,
    String(places.length),
    ...[1, 3, 5].map((most) => percent(places.filter((place) => place < most).length, places.length)),
  ];
}
