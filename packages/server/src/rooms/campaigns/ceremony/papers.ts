import type { CEREMONY_LISTS, CeremonyGuest } from "@veche/protocol";
import type { ProtocolSheet } from "../../../documents/index.ts";
import { nominationTitle } from "../certificates/sheets.ts";
import type { CampaignRecord } from "../store.ts";

type List = (typeof CEREMONY_LISTS)[number];

/** What is printed for the day, in the city's language: whom to call, who signs for a prize, whom to photograph. */
export function ceremonyPaper(
  list: List,
  campaign: CampaignRecord,
  guests: readonly CeremonyGuest[],
  when: string,
): ProtocolSheet {
  const facts = [when, campaign.data.award?.place ?? ""].filter(Boolean);
  const named = guests.map((guest, index) => ({ ...guest, order: String(index + 1) }));
  const base = { contest: campaign.data.title.ru, signers: [] };
  if (list === "photo")
    return {
      ...base,
      title: "Фотосъёмка на награждении",
      facts: [...facts, "Снимать можно только тех, у кого стоит «можно»."],
      columns: ["№", "Имя", "Возраст", "Съёмка"],
      widths: [8, 46, 14, 32],
      groups: [
        {
          heading: "Дети",
          rows: named.map(({ order, name, age, reply }) => [
            order,
            name,
            age === undefined ? "" : String(age),
            reply?.photo ? "можно" : "НЕЛЬЗЯ",
          ]),
        },
      ],
    };
  const heading = ({ nomination, ageGroup }: CeremonyGuest) =>
    `${nominationTitle(campaign, nomination, "ru")}, ${campaign.data.ageGroups.find((it) => it.slug === ageGroup)?.title ?? ageGroup}`;
  // Staff's own order may leave a group and come back to it: then its heading stands twice.
  const told: { heading: string; guests: typeof named }[] = [];
  for (const guest of named) {
    const last = told.at(-1);
    if (last?.heading === heading(guest)) last.guests.push(guest);
    else told.push({ heading: heading(guest), guests: [guest] });
  }
  if (list === "prizes")
    return {
      ...base,
      title: "Ведомость выдачи призов",
      facts,
      columns: ["№", "Имя и награда", "Кому вручено", "Подпись"],
      widths: [8, 42, 28, 22],
      groups: told.map((group) => ({
        heading: group.heading,
        rows: group.guests.map(({ order, name, awards, handedOut }) => [
          order,
          `${name}. ${awards.join(", ")}`,
          handedOut?.to ?? "",
          "",
        ]),
      })),
      signers: ["Ответственный"],
    };
  return {
    ...base,
    title: "Порядок вызова на награждении",
    facts,
    columns: ["№", "Имя", "Награда и работа", "Придут"],
    widths: [8, 32, 44, 16],
    groups: told.map((group) => ({
      heading: group.heading,
      rows: group.guests.map(({ order, name, age, awards, title, reply }) => [
        order,
        age === undefined ? name : `${name}, ${age}`,
        `${awards.join(", ")}. ${/[«»]/.test(title) ? title : `«${title}»`}`,
        reply === undefined ? "?" : reply.coming ? String(reply.people ?? 1) : "нет",
      ]),
    })),
  };
}
