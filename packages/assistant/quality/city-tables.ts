import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  asksHotline,
  asksManagingOrganisation,
  asksOutage,
  createAddressBook,
  findEmergency,
  suspectEmergency,
  findHotline,
  isAffected,
  parseAffected,
  resourceOf,
  smalltalkOf,
  wantsOperator,
} from "../src/index.ts";
import { city, cityQuestions, type Question, table } from "./data.ts";
import { percent, type Report } from "./report.ts";
import { streetSentences } from "./street-sentences.ts";

const LEAST_SURE = 0.45;
const DEFAULT_MOMENT = "2026-11-24T10:00:00+05:00";

/** The city's data read as the answering steps read it, by the pure functions alone. */
export function cityTables(report: Report): void {
  const streets = table(city, "streets.csv").map((row) => ({ ...row, name: row.name!, type: row.type! }));
  const buildings = table(city, "buildings.csv").map((row) => ({
    ...row,
    street: row.street!,
    type: row.type!,
    house: row.house!,
    organisation: row.organisation,
  }));
  const outages = table(city, "outages.csv").map(
    (row) => ({ ...row, affected: parseAffected(row.affected!) }) as Outage,
  );
  const hotlines = table(city, "hotlines.csv").map((row) => ({ ...row, slug: row.slug!, name: row.name! }));
  const book = createAddressBook({ streets, buildings });
  const questions = cityQuestions();

  const outageRight = ({ text, at, expect }: Question) => {
    const { street, house } = book.find(text);
    if (!street || !house || !asksOutage(text)) return false;
    const wanted = resourceOf(text);
    const moment = new Date(at ?? DEFAULT_MOMENT);
    const found = outages.filter(
      (outage) =>
        isAffected(outage.affected, { street: street.name, type: street.type, house }) &&
        (wanted.length === 0 || wanted.includes(outage.resource)) &&
        new Date(outage.endsAt) > moment &&
        (new Date(outage.startsAt) <= moment || outage.kind === "planned"),
    );
    return found.map(({ id }) => id).join() === expect.outage!.ids.join();
  };
  const organisationRight = ({ text, expect }: Question) => {
    const { street, house } = book.find(text);
    if (!street || !asksManagingOrganisation(text)) return false;
    return buildings.some(
      (row) =>
        row.street === street.name &&
        row.type === street.type &&
        row.house === house &&
        row.organisation === expect.organisation,
    );
  };
  const hotlineRight = ({ text, expect }: Question) => {
    const found = findHotline(text, hotlines);
    return (
      asksHotline(text) &&
      found !== undefined &&
      found.slug === expect.hotline &&
      found.confidence >= LEAST_SURE
    );
  };
  const row = (name: string, those: readonly Question[], right: (question: Question) => boolean) => [
    name,
    those.length,
    percent(those.filter(right).length, those.length),
  ];

  report.heading("City data, operator, smalltalk");
  report.paragraph(
    "Each right when the question is recognised and leads to the right row of the city's tables.",
  );
  report.table(
    ["questions", "n", "right, %"],
    [
      row(
        "outages at an address",
        questions.filter(({ expect }) => expect.outage),
        outageRight,
      ),
      row(
        "managing organisation of an address",
        questions.filter(({ expect }) => expect.organisation),
        organisationRight,
      ),
      row(
        "directory",
        questions.filter(({ expect }) => expect.hotline),
        hotlineRight,
      ),
      row(
        "operator wanted",
        questions.filter(({ expect }) => expect.operator),
        ({ text }) => wantsOperator(text),
      ),
      row(
        "smalltalk",
        questions.filter(({ expect }) => expect.smalltalk),
        ({ text, expect }) => smalltalkOf(text) === expect.smalltalk,
      ),
      pleasantryRow("pleasantries, and what only begins like them", "kept.txt"),
      row(
        "not taken for operator or smalltalk: all others",
        questions.filter(({ expect }) => !expect.operator && !expect.smalltalk),
        ({ text }) => !wantsOperator(text) && !smalltalkOf(text),
      ),
      row(
        "not taken for an emergency: all but gas, fire and ice",
        questions.filter(
          ({ expect }) => !expect.article?.some((id) => /gas-smell|forest-fire|thin-ice|call-112/.test(id)),
        ),
        ({ text }) => !findEmergency(text),
      ),
      ...[
        ["lists the rules were mended on", ""],
        ["a list by the rules' own author, not mended on", "unseen-"],
        [
          "voices of other ages and regions, mended on after a first 73 and 74 heard, 2 and 6 alarmed",
          "voices-",
        ],
        ["the kept list by another hand, never read, mended on nor learnt from", "kept-"],
        ["a harder kept list by a third hand, in quieter words", "kept-quiet-"],
        ["a kept list by a fourth hand, as a day's stream would be", "kept-stream-"],
      ].flatMap(([which, prefix]) => [
        emergencyRow(
          `emergency heard, ${which}`,
          `${prefix}now.txt`,
          (text) => findEmergency(text) !== undefined,
        ),
        emergencyRow(
          `harmless left alone, ${which}`,
          `${prefix}harmless.txt`,
          (text) => !findEmergency(text),
        ),
        emergencyRow(
          `given the numbers, alone or before an answer, ${which}`,
          `${prefix}now.txt`,
          (text) => suspectEmergency(text) !== undefined,
        ),
        emergencyRow(
          `harmless given no number at all, ${which}`,
          `${prefix}harmless.txt`,
          (text) => !suspectEmergency(text),
        ),
      ]),
    ],
  );

  const sentences = [1, 2].flatMap((seed) => streetSentences(buildings, { seed }));
  const clean = streetSentences(buildings, { typos: false });
  const streetRight = (those: typeof sentences) =>
    percent(
      those.filter(({ text, name, type, house }) => {
        const found = book.find(text);
        return (
          found.street?.name === name &&
          found.street.type === type &&
          (house === undefined || found.house === house)
        );
      }).length,
      those.length,
    );
  report.paragraph("Made sentences that name every house of the city:");
  report.table(
    ["sentences", "n", "street and house right, %"],
    [
      ["oblique case", clean.length, streetRight(clean)],
      ["oblique case and a typo in the name", sentences.length, streetRight(sentences)],
    ],
  );
}

/** A kind and a message a line; `none` is no pleasantry. */
function pleasantryRow(name: string, list: string): (string | number)[] {
  const those = linesOf("pleasantries", list).map((line) => line.split("\t"));
  const right = those.filter(([kind, text = ""]) => (smalltalkOf(text) ?? "none") === kind);
  return [name, those.length, percent(right.length, those.length)];
}

const linesOf = (folder: string, list: string) =>
  readFileSync(join(import.meta.dirname, folder, list), "utf8")
    .trim()
    .split("\n");

/** Lists of messages, one a line: `now` must be answered with emergency numbers, `harmless` must not. */
function emergencyRow(name: string, list: string, right: (text: string) => boolean): (string | number)[] {
  const those = linesOf("emergencies", list);
  return [name, those.length, percent(those.filter(right).length, those.length)];
}

interface Outage {
  id: string;
  resource: ReturnType<typeof resourceOf>[number];
  kind: string;
  startsAt: string;
  endsAt: string;
  affected: ReturnType<typeof parseAffected>;
}
