import { BLANK, type TermsProblem } from "@veche/protocol";
import type { CampaignData } from "../campaign-file.ts";
import { consentDocuments } from "../consents.ts";

type Terms = { readonly data: CampaignData };
type Found = TermsProblem | false;

/** What is missing in a draft or contradicts itself, in the order of the form; nothing where it may be opened. */
export function problemsIn({ data }: Terms, now: Date): TermsProblem[] {
  return [...aboutWords(data), ...aboutDates(data, now), ...aboutPeople(data), ...aboutTexts(data)].filter(
    (it) => it !== false,
  );
}

const found = (is: boolean, code: TermsProblem["code"], field: string): Found => is && { code, field };

const aboutWords = ({ summary, organiser }: CampaignData) => [
  found(summary.ru.trim() === "", "no_summary", "summary.ru"),
  found(organiser === undefined, "no_organiser", "organiser"),
];

function aboutDates({ dates, vote }: CampaignData, now: Date): Found[] {
  const at = (moment: string | null | undefined) => (moment ? Date.parse(moment) : undefined);
  const [opens, closes] = [Date.parse(dates.opensAt), Date.parse(dates.closesAt)];
  const [from, to] = [at(dates.judgingFrom), at(dates.judgingTo)];
  const [announced, awarded] = [at(dates.announceAt), at(dates.awardAt)];
  /** A date that is not set contradicts none. */
  const before = (earlier: number | undefined, later: number | undefined) =>
    earlier !== undefined && later !== undefined && earlier < later;
  return [
    found(closes <= opens, "closes_before_opens", "dates.closesAt"),
    found(closes <= now.getTime(), "closes_in_past", "dates.closesAt"),
    found(before(from, closes) || before(to, closes), "judging_before_close", "dates.judgingFrom"),
    found(before(to, from), "judging_ends_before_it_begins", "dates.judgingTo"),
    found(before(announced, to ?? closes), "announced_before_judged", "dates.announceAt"),
    found(before(awarded, announced ?? to ?? closes), "award_before_announced", "dates.awardAt"),
    found(vote !== undefined && vote.closesAt <= vote.opensAt, "vote_ends_before_it_begins", "vote.closesAt"),
    found(before(announced, at(vote?.closesAt)), "vote_after_announcement", "vote.closesAt"),
  ];
}

function aboutPeople({ participants, nominations, ageGroups, criteria }: CampaignData): Found[] {
  const oldest = participants.maxAge ?? Infinity;
  const groups = ageGroups
    .map(({ minAge, maxAge }) => ({ from: minAge, to: maxAge ?? Infinity }))
    .toSorted((a, b) => a.from - b.from);
  const pairs = groups.slice(1).map((group, index) => [groups[index]?.to ?? Infinity, group.from] as const);
  const [first, last] = [groups.at(0), Math.max(...groups.map(({ to }) => to))];
  const isGap =
    first !== undefined &&
    (first.from > participants.minAge || last < oldest || pairs.some(([to, from]) => from > to + 1));
  const forNobody = nominations.findIndex(({ minAge }) => minAge !== undefined && minAge > oldest);
  return [
    found(nominations.length === 0, "no_nominations", "nominations"),
    found(forNobody >= 0, "nomination_for_nobody", `nominations.${forNobody}.minAge`),
    found(groups.length === 0, "no_age_groups", "ageGroups"),
    found(
      pairs.some(([to, from]) => from <= to),
      "age_groups_overlap",
      "ageGroups",
    ),
    found(isGap, "age_groups_gap", "ageGroups"),
    found(criteria.length === 0, "no_criteria", "criteria"),
  ];
}

function aboutTexts(data: CampaignData): Found[] {
  const documents = consentDocuments(data);
  const isMissing = !documents.some(({ purpose, text }) => purpose === "processing" && text.trim() !== "");
  const blank = documents.findIndex(({ text }) => text.includes(BLANK));
  return [
    found(data.rules.trim() === "", "no_rules", "rules"),
    found(data.rules.includes(BLANK), "rules_blanks", "rules"),
    found(isMissing, "no_consent", "consents.0.text"),
    found(blank >= 0, "consent_blanks", `consents.${blank}.text`),
  ];
}
