import { createHash, randomBytes } from "node:crypto";
import { copyFile, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Caller, CloseReason, Role, StaffMember } from "@veche/protocol";
import { openTown, type Town } from "../packages/server/src/compose.ts";
import type { Config } from "../packages/server/src/config.ts";

type Log = Parameters<typeof openTown>[1];

interface DemoStaff {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

interface DemoCampaign {
  readonly slug: string;
  readonly state: string;
  readonly dates: { readonly judgingFrom: string; readonly announceAt: string };
  readonly vote?: { readonly opensAt: string };
  readonly consent: { readonly version: string };
}

interface DemoEntry {
  readonly campaign: string;
  /** Absent for a work in words alone. */
  readonly drawing?: string;
  readonly text?: string;
  readonly nomination: string;
  readonly title: string;
  readonly author: { readonly firstName: string; readonly lastName: string; readonly age: number };
  readonly guardian: { readonly name: string; readonly contact: string };
  readonly settlement?: string;
  readonly institution?: string;
  readonly teacher?: string;
  readonly helpedBy?: string;
  readonly consents: readonly ("processing" | "publishing" | "use")[];
  readonly submittedAt: string;
  readonly state: "approved" | "submitted";
  readonly place?: number;
  /** How many of the public voted for it; it is shortlisted then. */
  readonly votes?: number;
}

type DemoStep =
  | { readonly resident: string }
  | { readonly operator: string }
  | { readonly requestOperator: true };

interface DemoConversation {
  readonly locale: "ru" | "en";
  readonly page: string;
  readonly startedAt: string;
  readonly steps: readonly DemoStep[];
  readonly claimedBy?: string;
  readonly closedBy?: "resident" | "operator";
  readonly closeReason?: CloseReason;
  readonly rating?: { readonly score: number; readonly comment?: string };
}

/** The town's address in its leaflets. */
const SITE = "https://novorechensk.example";
const BETWEEN_STEPS_MS = 45_000;
const BETWEEN_VOTES_MS = 4 * 3_600_000;
const LAST_TALK_MS = 10 * 60_000;
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const text = (path: string) => readFile(here(path), "utf8");
const json = async <Shape>(path: string) => JSON.parse(await text(path)) as Shape;

/** A clock that stands where it was set: the demo's past happened at its own time. */
function movableClock() {
  let now = new Date();
  return { read: () => now, set: (moment: Date) => void (now = moment) };
}

/**
 * Loads the demo city into an empty database, through the same rooms that everyone uses; a database
 * that has a city is left alone. The demo accounts' password is logged once.
 */
export async function loadDemo(config: Config, log: Log): Promise<void> {
  const clock = movableClock();
  const town = await openTown(config, log, { clock: clock.read });
  try {
    if (town.rooms.city.snapshot().hotlines.length > 0) return;
    log.info("loading the demo city: articles, streets, houses, outages");
    await loadCity(town, config.demoSite ?? SITE);
    const staff = await loadStaff(town, config, log);
    log.info("loading the demo city: drawings of the contests");
    await loadContests(town, staff, clock.set);
    log.info("loading the demo city: conversations");
    await loadConversations(town, config.demoSite ?? SITE, staff, clock.set);
    log.info("the demo city is loaded");
  } finally {
    await town.close();
  }
}

/** @param site where the town's site stands: the sources of the answers lead there */
async function loadCity({ rooms: { city, knowledge } }: Town, site: string): Promise<void> {
  const leaflets = async (path: string) => (await text(path)).replaceAll(SITE, site);
  await city.importFiles({
    hotlines: await text("city/hotlines.csv"),
    organisations: await text("city/organisations.csv"),
    streets: await text("city/streets.csv"),
    buildings: await text("city/buildings.csv"),
    outages: await text("city/outages.csv"),
  });
  await city.setProfile({
    ...city.profile(),
    name: { ru: "Новореченск", en: "Novorechensk" },
    heading: { ru: "Спросите Новореченск", en: "Ask Novorechensk" },
    greeting: {
      ru: "Здравствуйте! Я программа-помощник Новореченска. Подскажу про отключения по вашему адресу, телефоны служб и городские услуги. Напишите вопрос своими словами.",
      en: "Hello! I am Novorechensk’s assistant, a program. I can tell you about outages at your address, phone numbers and city services. Ask in your own words.",
    },
    suggestions: {
      ru: ["Когда дадут горячую воду?", "Как встать в очередь в детский сад?", "Кто обслуживает мой дом?"],
      en: [
        "When will the hot water be back?",
        "How do I enrol a child in kindergarten?",
        "Who looks after my building?",
      ],
    },
  });
  await knowledge.importArticles(await leaflets("city/articles.csv"), "demo");
  await knowledge.importArticles(await leaflets("city/articles.en.csv"), "demo");
}

async function loadStaff(
  { rooms }: Town,
  config: Config,
  log: Log,
): Promise<ReadonlyMap<string, StaffMember>> {
  const password = config.demoPassword ?? randomBytes(9).toString("base64url");
  const members = new Map<string, StaffMember>();
  for (const member of await json<DemoStaff[]>("staff.json")) {
    const { id } = await rooms.staff.addMember({ ...member, password });
    members.set(member.email, { ...member, id, sessionId: "demo" });
  }
  const shown = config.demoPassword ? "as set in VECHE_DEMO_PASSWORD" : password;
  log.info({ accounts: [...members.keys()] }, `demo accounts, password: ${shown}`);
  return members;
}

const asStaff = (staff: StaffMember) => ({ locale: "ru", network: "demo", staff }) as const;

function holderOf(staff: ReadonlyMap<string, StaffMember>, role: Role): StaffMember {
  const holder = [...staff.values()].find((it) => it.role === role);
  if (!holder) throw new Error(`the demo has no ${role}`);
  return holder;
}

async function loadContests(
  town: Town,
  staff: ReadonlyMap<string, StaffMember>,
  setClock: (moment: Date) => void,
): Promise<void> {
  const { campaigns, announcements } = town.rooms;
  const terms = await json<DemoCampaign[]>("city/campaigns.json");
  // A finished contest is opened and then walked through to its announcement, at its own dates.
  await campaigns.importCampaigns(
    terms.map((it) => ({ ...it, state: it.state === "draft" ? "draft" : "open", winners: [] })),
  );
  const entries = await json<DemoEntry[]>("entries.json");
  const moderator = asStaff(holderOf(staff, "moderator"));
  const admin = asStaff(holderOf(staff, "admin"));

  for (const campaign of terms) {
    const mine = entries
      .filter((it) => it.campaign === campaign.slug)
      .toSorted((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
    const placed: { entryId: string; place: number; title: string }[] = [];
    for (const [index, entry] of mine.entries()) {
      setClock(new Date(entry.submittedAt));
      const id = await submit(town, entry, campaign.consent.version, `demo-${campaign.slug}-${index}`);
      if (entry.state === "approved")
        await campaigns.operations.decide({ ids: [id], decision: "approve" }, moderator);
      if (entry.votes !== undefined && campaign.vote) {
        await campaigns.operations.decide({ ids: [id], decision: "shortlist" }, moderator);
        await loadVotes(town, campaign.slug, campaign.vote.opensAt, id, entry.votes, setClock);
      }
      if (entry.place)
        placed.push({ entryId: id, place: entry.place, title: PLACES[entry.place] ?? "Призёр" });
    }
    if (campaign.state !== "announced") continue;
    setClock(new Date(Date.parse(campaign.dates.judgingFrom) + 3_600_000));
    await campaigns.operations.move({ slug: campaign.slug, state: "judging" }, admin);
    await campaigns.operations.seal({ slug: campaign.slug, results: placed }, admin);
    setClock(new Date(campaign.dates.announceAt));
    await announcements.operations.announce({ slug: campaign.slug }, admin);
  }
  setClock(new Date());
}

/** As many people as say, a few hours apart, each from a home of their own. */
async function loadVotes(
  { rooms: { campaigns } }: Town,
  slug: string,
  opensAt: string,
  entryId: string,
  votes: number,
  setClock: (moment: Date) => void,
): Promise<void> {
  for (let nth = 0; nth < votes; nth += 1) {
    setClock(new Date(Date.parse(opensAt) + (nth + 1) * BETWEEN_VOTES_MS));
    const voter = `demo-voter-${entryId}-${nth}`;
    const caller: Caller = { locale: "ru", network: voter, token: voter };
    const seen = await campaigns.operations.ballot({ slug }, caller);
    const { work } = ("output" in seen ? seen.output : seen).ballot;
    if (!work) return;
    const answer = answerTo(work.task, work.bits);
    await campaigns.operations.vote({ slug, entryId, task: work.task, answer }, caller);
  }
}

/** Works a vote's task out, as a browser does. */
function answerTo(task: string, bits: number): string {
  for (let answer = 0; ; answer += 1) {
    const digest = createHash("sha256").update(`${task}.${answer}`).digest();
    if (digest.readUInt32BE() < 2 ** (32 - bits)) return String(answer);
  }
}

const PLACES: Readonly<Record<number, string>> = {
  1: "Победитель, 1 место",
  2: "Призёр, 2 место",
  3: "Призёр, 3 место",
};

/** @returns the entry's id */
async function submit(town: Town, entry: DemoEntry, version: string, key: string): Promise<string> {
  const { author, guardian, campaign, drawing } = entry;
  const agreed = Object.fromEntries(entry.consents.map((purpose) => [`consent.${purpose}`, version]));
  const caller: Caller = { locale: "ru", network: "demo", idempotencyKey: key };
  const result = await town.rooms.campaigns.operations.submit(
    {
      slug: campaign,
      ...(drawing === undefined ? {} : { upload: await uploadOf(town, drawing) }),
      nomination: entry.nomination,
      title: entry.title,
      text: entry.text,
      authorFirstName: author.firstName,
      authorLastName: author.lastName,
      authorAge: author.age,
      settlement: entry.settlement,
      institution: entry.institution,
      teacher: entry.teacher,
      helpedBy: entry.helpedBy,
      guardianName: guardian.name,
      guardianContact: guardian.contact,
      ...agreed,
    },
    caller,
  );
  return ("output" in result ? result.output : result).entry.id;
}

async function uploadOf(town: Town, drawing: string) {
  const path = join(town.quarantine, town.newId());
  await copyFile(here(`drawings/${drawing}`), path);
  const { size } = await stat(path);
  return { path, bytes: size, name: drawing };
}

async function loadConversations(
  { rooms: { conversations }, newId }: Town,
  site: string,
  staff: ReadonlyMap<string, StaffMember>,
  setClock: (moment: Date) => void,
): Promise<void> {
  const { operations } = conversations;
  const operator = asStaff(holderOf(staff, "operator"));
  const talks = await json<DemoConversation[]>("conversations.json");
  // The inbox is as fresh as it was on the day it was written: the last talk began ten minutes ago.
  const latest = Math.max(...talks.map(({ startedAt }) => Date.parse(startedAt)));
  const later = Date.now() - LAST_TALK_MS - latest;
  for (const talk of talks) {
    let now = Date.parse(talk.startedAt) + later;
    setClock(new Date(now));
    const { opened } = await conversations.open({ locale: talk.locale, page: site + talk.page }, talk.locale);
    const resident = { locale: talk.locale, network: "demo", conversation: opened };
    const conversationId = opened.id;
    let claimed = false;
    const claim = async () => {
      if (!claimed) await operations.claim({ conversationId }, operator);
      claimed = true;
    };
    for (const step of talk.steps) {
      setClock(new Date((now += BETWEEN_STEPS_MS)));
      if ("resident" in step) await operations.say({ clientId: newId(), text: step.resident }, resident);
      else if ("requestOperator" in step) await operations.requestOperator({}, resident);
      else {
        await claim();
        await operations.answer({ conversationId, clientId: newId(), text: step.operator }, operator);
      }
      await conversations.idle();
    }
    if (talk.claimedBy) await claim();
    if (talk.closedBy === "operator") {
      await operations.close({ conversationId, reason: talk.closeReason ?? "answered" }, operator);
    }
    if (talk.closedBy === "resident") await operations.end({}, resident);
    if (talk.rating) await operations.rate(talk.rating, resident);
  }
}
