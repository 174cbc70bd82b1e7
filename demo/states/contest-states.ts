import type { Campaign, OwnEntry, PublicEntry } from "@veche/protocol";
import { forestContest, ownEntry, SLUG, winners } from "./campaign.ts";
import { works } from "./drawings.ts";
import type { Act, City, State } from "./state.ts";
import type { Say } from "./tongue.ts";

const PICTURE = "/media/kd_9b91dc39.jpg";
const SEND = "veche-entry-form [type=submit]";
const TEACHER = "[part=form] p.hint > .button";
const DRAWING_INPUT = "#drawing + input[type=file]";
/** A parent's five minutes. */
const FILLED: readonly Act[] = [
  { wait: SEND },
  { pick: PICTURE, into: DRAWING_INPUT },
  { wait: ".preview" },
  { type: "Василиса-Александра", into: "#authorFirstName" },
  { type: "Преображенская", into: "#authorLastName" },
  { type: "8", into: "#authorAge" },
  { check: "#nomination" },
  { type: "Ёжик сторожит опушку", into: "#title" },
  { type: "Преображенская Ольга Константиновна", into: "#guardianName" },
  { type: "olga@pochta.example", into: "#guardianContact" },
  { check: "#consent-processing" },
  { check: "#consent-publishing" },
];
const SENT: readonly Act[] = [...FILLED, { click: SEND }];

type Face = Pick<State, "name" | "title" | "shows"> & Partial<Pick<State, "acts" | "trouble" | "device">>;

const on =
  (element: string) =>
  (face: Face, city: (say: Say) => City = () => ({})): State => ({
    element: `<${element} campaign="${SLUG}"></${element}>`,
    ...face,
    city: (say) => ({ campaign: forestContest(say), ...city(say) }),
  });
const contest = on("veche-contest");
const gallery = on("veche-gallery");
const prizes = on("veche-winners");

const campaignThat = (otherwise: Partial<Campaign>) => (say: Say) => ({
  campaign: forestContest(say, otherwise),
});
const withWorks =
  (count: number) =>
  (say: Say): { entries: PublicEntry[] } => ({ entries: works(count, say) });
const inVote =
  (state: "open" | "closed") =>
  (say: Say): City => ({
    campaign: forestContest(say, {
      vote: {
        state,
        opensAt: "2026-11-01T19:00:00Z",
        closesAt: "2096-12-27T15:00:00Z",
        per: "campaign",
        counts: "closed",
        by: "browser",
      },
    }),
    entries: works(8, say).map((work, at) =>
      at % 3 === 2
        ? work
        : { ...work, shortlisted: true, ...(state === "closed" ? { votes: 47 - at * 6 } : {}) },
    ),
  });
const mine = (otherwise: (say: Say) => Partial<OwnEntry>) => (say: Say) => ({
  ownEntry: ownEntry(say, otherwise(say)),
});
const KEPT_ENTRY = JSON.stringify([{ id: "own-1", token: "kept", number: 47, campaign: SLUG }]);

export const contestStates: readonly State[] = [
  contest({ name: "contest", title: "Contest: the form, empty", shows: SEND }),
  contest({
    name: "contest-faults",
    title: "Contest: faults in the form",
    acts: [{ wait: SEND }, { click: SEND }],
    shows: ".send .notice",
  }),
  contest({
    name: "contest-picture",
    title: "Contest: a picture chosen, with advice",
    acts: [{ wait: SEND }, { pick: PICTURE, into: DRAWING_INPUT }],
    shows: ".preview",
  }),
  contest({
    name: "class",
    title: "Contest: a teacher's form for a class",
    acts: [{ wait: SEND }, { click: TEACHER }],
    shows: "veche-class-form .how",
  }),
  contest({
    name: "class-works",
    title: "Contest: a class's works",
    acts: [{ wait: SEND }, { click: TEACHER }, { pick: PICTURE, into: "#add + input" }],
    shows: "veche-class-form .work",
  }),
  contest({ name: "contest-filled", title: "Contest: filled", acts: FILLED, shows: "#consent-use" }),
  contest({ name: "contest-sending", title: "Contest: on its way", acts: SENT, shows: "progress" }, () => ({
    takes: "nothing",
  })),
  contest(
    {
      name: "contest-refused",
      title: "Contest: refused",
      acts: SENT,
      shows: ".send .notice",
      trouble: /409/,
    },
    (say) => ({
      takes: {
        code: "conflict",
        message: say(
          "У этого автора уже две работы в номинации. Больше не принимаем.",
          "This author has two works in the nomination already. We cannot take more.",
        ),
      },
    }),
  ),
  contest({ name: "contest-sent", title: "Contest: the end page", acts: SENT, shows: "veche-private-link" }),
  contest(
    {
      name: "contest-own",
      title: "Contest: an entry of one's own, to be mended",
      device: () => ({ entries: KEPT_ENTRY }),
      shows: ".own .state",
    },
    mine((say) => ({ state: "rejected", reason: say("Снимок тёмный.", "The photo is dark.") })),
  ),
  contest(
    { name: "contest-early", title: "Contest: not open yet", shows: "[data-phase=early]" },
    campaignThat({
      acceptsEntries: false,
      dates: { opensAt: "2096-11-01T19:00:00Z", closesAt: "2096-12-20T18:59:59Z" },
    }),
  ),
  contest(
    { name: "contest-judging", title: "Contest: judged", shows: "[data-phase=judging]" },
    campaignThat({ acceptsEntries: false, state: "judging" }),
  ),
  contest(
    { name: "contest-missing", title: "Contest: not found", shows: ".notice", trouble: /404/ },
    (say) => ({
      refuses: {
        status: 404,
        code: "not_found",
        message: say("Такого конкурса нет. Проверьте адрес.", "There is no such contest. Check the address."),
      },
    }),
  ),
  gallery({ name: "gallery-empty", title: "Gallery: empty", shows: ".empty" }, withWorks(0)),
  gallery({ name: "gallery", title: "Gallery: full", shows: ".grid .tile" }, withWorks(30)),
  gallery(
    {
      name: "gallery-lightbox",
      title: "Gallery: one work, large",
      acts: [{ wait: ".grid .tile" }, { click: ".grid .tile" }],
      shows: "dialog .acts",
    },
    withWorks(30),
  ),
  gallery(
    {
      name: "vote",
      title: "Gallery: a vote that comes too late",
      acts: [{ wait: ".vote[aria-pressed=true]" }, { click: ".vote[aria-pressed=false]" }],
      shows: ".vote-failed",
      trouble: /409/,
    },
    inVote("open"),
  ),
  gallery({ name: "vote-closed", title: "Gallery: the vote is over", shows: ".vote-bar" }, inVote("closed")),
  gallery(
    { name: "gallery-trouble", title: "Gallery: it could not be had", shows: ".notice", trouble: /503/ },
    (say) => ({
      refuses: {
        status: 503,
        code: "unavailable",
        message: say("Сервер занят. Попробуйте через минуту.", "The server is busy. Try again in a minute."),
      },
    }),
  ),
  prizes({ name: "winners-before", title: "Winners: not announced yet", shows: ".scaled p", trouble: /404/ }),
  prizes({ name: "winners", title: "Winners: announced", shows: "figure" }, (say) => ({
    campaign: forestContest(say, { acceptsEntries: false, state: "announced" }),
    winners: winners(say),
  })),
];
