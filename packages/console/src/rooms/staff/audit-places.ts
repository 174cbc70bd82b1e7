import { msg } from "@lit/localize";
import type { AuditEntry, CityList } from "@veche/protocol";
import { detailLines } from "@veche/protocol/audit-words";
import { dayAndMinute } from "../../parts/moments.ts";
import { language } from "../../shell/language.ts";
import { listName } from "../city/words.ts";

type Line = Pick<AuditEntry, "action" | "subject" | "about" | "detail">;

const LISTS: readonly CityList[] = ["hotlines", "organisations", "streets", "buildings", "outages"];
const article = /^(\S+) \((ru|en)\)$/;
const talk = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const query = (path: string, values: Record<string, string>) => `${path}?${new URLSearchParams(values)}`;

/** A list of the city and which record of it: `buildings: Кирова, 12`. */
function recordOf(subject: string): { list: CityList; key: string } | undefined {
  const [name = "", ...rest] = subject.split(": ");
  const list = LISTS.find((it) => it === name);
  return list && { list, key: rest.join(": ") };
}

/** Their subject is no conversation, though it looks like one. */
const NO_TALK = new Set(["CannedText", "View", "Operator"]);
const isTalk = ({ action, subject }: Line) =>
  action.startsWith("conversation") && talk.test(subject) && ![...NO_TALK].some((it) => action.endsWith(it));

/** Where what an act was about is seen, under the console's own address; undefined where nothing is left to see. */
export function placeOf(line: Line): string | undefined {
  const { action, subject } = line;
  if (subject === "" || action === "conversation.delete") return undefined;
  const record = recordOf(subject);
  if (record?.list === "outages") return "outages";
  if (record) return query("city", { list: record.list, ...(record.key && { q: record.key }) });
  const [, slug, locale] = article.exec(subject) ?? [];
  if (slug && locale) return query("articles", { article: slug, locale });
  if (isTalk(line)) return query("conversations", { open: subject });
  if (action.startsWith("question.")) return query("questions", { question: subject.split(" ")[0] ?? "" });
  if (/^(campaign|results)\./.test(action)) return query("results", { campaign: subject });
  return action.startsWith("staff.") && subject.includes("@") ? "staff" : undefined;
}

/** What it was about: a list by its name, a conversation by the end of its number. */
export function subjectName(line: Line): string {
  const { subject } = line;
  const record = recordOf(subject);
  if (line.about) return record ? `${listName(record.list)}: ${line.about}` : line.about;
  if (record) return record.key ? `${listName(record.list)}: ${record.key}` : listName(record.list);
  if (subject === "articles") return msg("Статьи");
  return talk.test(subject) ? `…${subject.slice(-6)}` : subject;
}

/** What is known besides, a sentence each. */
export const detailNames = ({ detail = "" }: Line): string[] => detailLines(detail, language(), dayAndMinute);
