import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locale } from "@veche/protocol";
import sharp from "sharp";
import { aServerProcess, type ServerProcess } from "../server-process.ts";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const COMMAND_LINE = at("packages/server/src/command-line/main.ts");
const DAY_MS = 86_400_000;

/** A real child's drawing, as a parent would send it. */
export const aDrawing = (name = "kd_9b91dc39.jpg"): Buffer => readFileSync(at(`demo/drawings/${name}`));

/** A strip of one, for tests that ask what becomes of the form: two sizes are made of it, and of few pixels. */
const STRIP = { width: 420, height: 140 };
const aStrip = await sharp(aDrawing()).resize(STRIP).jpeg().toBuffer();

interface CampaignJson {
  readonly slug: string;
  readonly dates: Readonly<Record<string, string>>;
  readonly limits: object;
  readonly consent: { readonly version: string };
}

/** The demo's campaigns as of now: one open, one closed, one to come, one draft, and the photo contest, open. */
export const CONTEST = {
  open: "open",
  closed: "closed",
  early: "early",
  draft: "draft",
  photo: "photo",
} as const;

function campaigns(): { readonly list: object[]; readonly version: string } {
  const all = JSON.parse(readFileSync(at("demo/city/campaigns.json"), "utf8")) as CampaignJson[];
  const [drawing, , photo] = all;
  if (!drawing || !photo) throw new Error("the demo has lost its campaigns");
  const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
  const dated = (base: CampaignJson, slug: string, from: number, to: number, state = "open") => ({
    ...base,
    slug,
    state,
    dates: { opensAt: day(from), closesAt: day(to) },
  });
  const list = [
    dated(drawing, CONTEST.open, -1, 30),
    dated(drawing, CONTEST.closed, -30, -1),
    dated(drawing, CONTEST.early, 1, 30),
    dated(drawing, CONTEST.draft, -1, 30, "draft"),
    {
      ...dated(photo, CONTEST.photo, -1, 30),
      consent: { ...photo.consent, version: drawing.consent.version },
    },
  ];
  return { list, version: drawing.consent.version };
}

/** The consents' version in all of these campaigns. */
export const CONSENT_VERSION = campaigns().version;

/** Runs `npm run veche -- …` on a data folder. */
export async function commandLine(folder: string, args: readonly string[], stdin = ""): Promise<void> {
  const child = spawn(process.execPath, [COMMAND_LINE, ...args], {
    env: { ...process.env, VECHE_DATA: folder },
    stdio: ["pipe", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  child.stdin.end(stdin);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}: ${said}`);
}

/** Adds a member of staff as an operator would, by the command line. */
export const hire = (server: ServerProcess, email: string, role: string, password: string) =>
  commandLine(
    server.folder,
    ["staff", "add", "--email", email, "--role", role, "--password-stdin"],
    password,
  );

/** A running server process with these campaigns. */
export async function aContestServer(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await aServerProcess(env);
  const file = join(server.folder, "campaigns.json");
  writeFileSync(file, JSON.stringify(campaigns().list));
  await commandLine(server.folder, ["import", "campaigns", file]);
  await server.start();
  return server;
}

export type Fields = Readonly<Record<string, string | undefined>>;

let authors = 0;
const inLetters = (count: number) => [...String(count)].map((digit) => "абвгдежзик"[Number(digit)]).join("");

/** A form that the open campaign takes, each by another author; a field given as undefined is left out. */
export function aForm(fields: Fields = {}, drawing: Uint8Array | Blob | "none" = aStrip): FormData {
  authors += 1;
  const form = new FormData();
  const all: Fields = {
    nomination: "beregi-les",
    title: "Лесная тишина",
    authorFirstName: "Варя",
    authorLastName: `Кузнецова-${inLetters(authors)}`,
    authorAge: "8",
    guardianName: "Ольга Кузнецова",
    guardianContact: `parent${authors}@town.example`,
    "consent.processing": CONSENT_VERSION,
    "consent.publishing": CONSENT_VERSION,
    ...fields,
  };
  for (const [name, value] of Object.entries(all)) if (value !== undefined) form.append(name, value);
  return drawing === "none" ? form : withFile(form, "drawing", drawing);
}

export function withFile(form: FormData, field: string, file: Uint8Array | Blob): FormData {
  form.append(field, file instanceof Blob ? file : new Blob([new Uint8Array(file)]), "рисунок.jpg");
  return form;
}

export type Body = NonNullable<RequestInit["body"]>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One call, as a browser of that language would make it. */
export async function call(url: string, locale: Locale, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, {
    ...init,
    headers: { "Accept-Language": locale, ...(init.headers as object) },
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json");
  const body = isJson && text ? JSON.parse(text) : { text };
  return { status: response.status, headers: response.headers, body };
}

export const entriesOf = (server: ServerProcess, slug: string = CONTEST.open) =>
  `${server.url}/api/v1/campaigns/${slug}/entries`;
