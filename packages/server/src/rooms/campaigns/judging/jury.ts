import { type HandlersOf, type Operations, Refusal, type ReplyOf } from "@veche/protocol";
import { describeAct } from "../../../acts.ts";
import { detailOf } from "../../../act-details.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts, Invited } from "../parts.ts";
import { judgingClosedAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { EVERYTHING, judgesFrom, jurorsOf, keepSeat, seatsOf } from "./seats.ts";

type Jury = Pick<HandlersOf<Operations["campaigns"]>, "jury" | "seatJuror">;
type Panel = ReplyOf<Operations["campaigns"]["jury"]>;

/** Who of the jury judges what in a campaign; everybody everything, until the organiser says otherwise. */
export function createJury({ database, clock, invited }: CampaignParts): Jury {
  async function panelOf(
    db: Connection,
    campaign: CampaignRecord,
    expected: readonly Invited[],
  ): Promise<Panel> {
    const seats = await seatsOf(db, campaign.slug);
    const seated = (person: { email: string; name: string }, invited: boolean) => {
      const { judges, nominations, ageGroups } = seats.get(person.email) ?? EVERYTHING;
      return {
        email: person.email,
        name: person.name,
        invited,
        judges,
        nominations: [...nominations],
        ageGroups: [...ageGroups],
      };
    };
    const jurors = [
      ...(await jurorsOf(db)).map((one) => seated(one, false)),
      ...expected.map((one) => seated(one, true)),
    ];
    return { jurors, thin: thinOf(campaign, jurors) };
  }

  async function campaignOf(db: Connection, slug: string): Promise<CampaignRecord> {
    const campaign = await campaignBySlug(db, slug);
    if (!campaign) throw new Refusal("not_found", { reason: "campaigns.none" });
    return campaign;
  }

  return {
    async jury({ slug }) {
      return panelOf(database.read, await campaignOf(database.read, slug), await invited("jury"));
    },

    async seatJuror({ slug, email, ...seat }) {
      const expected = await invited("jury");
      return database.write(async (db) => {
        const campaign = await campaignOf(db, slug);
        if (judgingClosedAt(campaign, clock()))
          throw new Refusal("conflict", { reason: "campaigns.judging_closed" });
        refuseUnknown(campaign.data.nominations, seat.nominations, "nominations");
        refuseUnknown(campaign.data.ageGroups, seat.ageGroups, "ageGroups");
        const address = email.toLowerCase();
        const before = (await panelOf(db, campaign, expected)).jurors.find((one) => one.email === address);
        if (!before) throw new Refusal("not_found", { reason: "campaigns.no_juror" });
        await keepSeat(db, { campaign: slug, email: address, at: clock() }, seat);
        describeAct({ detail: detailOf({ facts: { name: before.name, ...seat } }) });
        return panelOf(db, campaign, expected);
      });
    },
  };
}

/** Nominations and age groups that fewer jurors may judge than each work needs; who is only invited doesn't count. */
function thinOf({ data }: CampaignRecord, jurors: Panel["jurors"]): Panel["thin"] {
  const needed = data.jury?.perWork ?? 1;
  return data.nominations.flatMap(({ slug: nomination, minAge = 0 }) =>
    data.ageGroups.flatMap(({ slug: ageGroup, maxAge }) => {
      if (maxAge !== null && maxAge < minAge) return [];
      const able = jurors.filter(
        (one) => !one.invited && judgesFrom(one, { nomination, age_group: ageGroup }),
      ).length;
      return able < needed ? [{ nomination, ageGroup, jurors: able, needed }] : [];
    }),
  );
}

function refuseUnknown(known: readonly { slug: string }[], named: readonly string[], field: string): void {
  const at = named.findIndex((one) => !known.some(({ slug }) => slug === one));
  if (at >= 0) throw new Refusal("invalid", { reason: "campaigns.no_such_group", field: `${field}.${at}` });
}
