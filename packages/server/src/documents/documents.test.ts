import { afterAll, expect, test } from "vitest";
import { createDocuments, type CertificateSheet } from "./index.ts";

const documents = createDocuments();
afterAll(() => documents.close());

const sheet: CertificateSheet = {
  heading: "Диплом",
  lead: "награждается",
  name: '#set page(width: 1cm) $x$ *Кузнецова* _Варя_ @нет `a` <b> \\ "',
  lines: ["1 место", "за работу «#panic(1)»"],
  contest: 'Конкурс «Защитим лес» #import "x"',
  organiser: "Отдел экологии",
  year: "2027",
  number: "K7M2-QF9X",
  address: "https://chat.town.example/certificates/K7M2-QF9X",
};
const pagesOf = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString("latin1")
    .match(/\/Type\s*\/Page\b/g)?.length;

test("whatever was typed as a name is printed and never run", async () => {
  const pdf = await documents.make("certificate", { sheets: [sheet] });
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(pagesOf(pdf)).toBe(1);
});

test("a print file has a page for every certificate, also with the longest names", async () => {
  const long = { ...sheet, name: "Константинопольская Александра-Вероника Мстиславовна ".repeat(2).trim() };
  expect(pagesOf(await documents.make("certificate", { sheets: [sheet, long, sheet] }))).toBe(3);
});

test("a protocol with nobody in it can still be signed", async () => {
  const pdf = await documents.make("protocol", {
    title: "Протокол",
    contest: "Конкурс",
    facts: [],
    columns: ["Место или звание", "№", "Автор", "Работа"],
    widths: [28, 12, 30, 30],
    groups: [{ heading: "Береги лес, 3–6 лет", rows: [["1 место", "7", "Варя *К.*", "#лиса"]] }],
    signers: ["Председатель жюри"],
  });
  expect(Buffer.from(pdf).toString("latin1")).toContain("/StructTreeRoot");
});

test("after the process was lost the next paper is made by another", async () => {
  await documents.close();
  expect(pagesOf(await documents.make("certificate", { sheets: [sheet] }))).toBe(1);
});
