import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import sharp from "sharp";
import { renderSVG } from "uqr";
import { withoutPaper } from "./mark.ts";
import { cardOf, wordsWidth } from "./card.ts";
import type { PaperData, PaperJob, PaperKind, PaperMessage } from "./papers.ts";

/** Compilations after which what typst remembers of the earlier ones is let go. */
const REMEMBERED = 10;
const FONTS = ["400Regular/GolosText_400Regular.ttf", "700Bold/GolosText_700Bold.ttf"];

const templates = fileURLToPath(new URL("templates/", import.meta.url));
const fontOf = (file: string) =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/golos-text/${file}`)));
const compiler = NodeCompiler.create({
  workspace: templates,
  fontArgs: [{ fontBlobs: FONTS.map(fontOf) }],
});

process.on("message", (job: PaperJob) => void answered(job).then((answer) => process.send?.(answer)));
process.on("disconnect", () => process.exit());
// Ctrl-C reaches the whole group; the server decides when this process ends.
process.on("SIGINT", () => undefined);

async function answered(job: PaperJob): Promise<PaperMessage> {
  try {
    return { id: job.id, paper: await paperOf(job) };
  } catch (error) {
    return { id: job.id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function paperOf({ kind, data }: PaperJob): Promise<Uint8Array> {
  if ("lines" in data && "text" in data) return wallSheet(data);
  if ("picture" in data) return withoutPaper(data.picture);
  if ("pictures" in data) {
    const { pictures: _seen, ...words } = data;
    return cardOf(compiler.plainSvg(set(kind, { ...words, width: wordsWidth(data) })), data);
  }
  const marks = "sheets" in data ? (data.marks ?? {}) : {};
  for (const [mark, png] of Object.entries(marks))
    compiler.mapShadow(`${templates}${mark}.png`, Buffer.from(png));
  try {
    return accessible(set(kind, withCodes(kind, data)));
  } finally {
    for (const mark of Object.keys(marks)) compiler.unmapShadow(`${templates}${mark}.png`);
    compiler.evictCache(REMEMBERED);
  }
}

/** Printers want a JPEG; the sheet lies as the work does. */
async function wallSheet({ picture, ...label }: PaperData["exhibition"]): Promise<Uint8Array> {
  const code = label.address === "" ? "" : renderSVG(label.address, { border: 0 });
  if (!picture) {
    const sheet = { ...label, code, pictured: false, wide: false };
    return accessible(set("exhibition", sheet));
  }
  const { data, info } = await sharp(picture, { failOn: "error" })
    .jpeg({ quality: 92, chromaSubsampling: "4:4:4" })
    .toBuffer({ resolveWithObject: true });
  const place = `${templates}work.jpg`;
  compiler.mapShadow(place, data);
  try {
    return accessible(set("exhibition", { ...label, code, pictured: true, wide: info.width > info.height }));
  } finally {
    compiler.unmapShadow(place);
    compiler.evictCache(0);
  }
}

/** What people typed enters as data that the template reads, never as source: `#set` prints as `#set`. */
function set(kind: PaperKind, data: object): NodeTypstDocument {
  const compiled = compiler.compile({
    mainFileContent: readFileSync(`${templates}${kind}.typ`, "utf8"),
    inputs: { data: JSON.stringify(data) },
  });
  const document = compiled.result;
  if (!document)
    throw new Error(`${kind} can't be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`);
  return document;
}

/** PDF/UA refuses letters that the font has not, such as an emoji in a title: those are printed as boxes then. */
function accessible(document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: "ua-1", pdfTags: true });
  } catch {
    return compiler.pdf(document, { pdfTags: true });
  }
}

function withCodes(kind: PaperKind, data: PaperData[PaperKind]): object {
  if (kind !== "certificate" || !("sheets" in data)) return data;
  return {
    marks: Object.keys(data.marks ?? {}),
    sheets: data.sheets.map((sheet) => ({ ...sheet, code: renderSVG(sheet.address, { border: 0 }) })),
  };
}
