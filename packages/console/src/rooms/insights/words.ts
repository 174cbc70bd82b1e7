import { msg } from "@lit/localize";
import { entriesIn } from "../campaigns/index.ts";
import { topicName } from "../../parts/topic-name.ts";

/** What an answer was about: an article's topic, or the step that answered. */
export const topicTitle = (topic: string) =>
  ({
    emergency: msg("Чрезвычайные ситуации"),
    accident: msg("Аварии"),
    outage: msg("Отключения"),
    "managing-organisation": msg("Управляющие организации"),
    hotline: msg("Телефоны и часы"),
    "entry-state": msg("Состояние заявки"),
    smalltalk: msg("Разговор"),
    "operator-wanted": msg("Просьба об операторе"),
    "not-an-appeal": msg("Не обращение"),
    unknown: msg("Ответа не нашлось"),
  })[topic] ?? topicName(topic);

const STATES = ["submitted", "approved", "rejected", "shortlisted", "winner", "withdrawn"] as const;

export function entryState(state: string): string {
  const known = STATES.find((one) => one === state);
  return known ? entriesIn(known) : state;
}
