import { type HandlersOf, type Operations, Refusal, type ReplyOf } from "@veche/protocol";
import { describeAct } from "../../../acts.ts";
import { detailOf } from "../../../act-details.ts";
import type { Connection } from "../../../storage/index.ts";
import type { CampaignParts, Invited } from "../parts.ts";
import { judgingClosedAt } from "../rules.ts";
import { campaignBySlug, type CampaignRecord } from "../store.ts";
import { recusalsOf, worksToJudge } from "./panel.ts";
import { EVERYTHING, jurorsOf, keepSeat, seatsOf } from "./seats.ts";
import { thinOf } from "./thin.ts";

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
    const known = await jurorsOf(db);
    const recusals = Map.groupBy(await recusalsOf(db, campaign.slug), (it) => it.juror);
    // Who is only invited judges nothing yet.
    const judging = known.map(({ id, email }) => ({
      seat: seats.get(email) ?? EVERYTHING,
      recusals: recusals.get(id) ?? [],
    }));
    return {
      jurors: [...known.map((one) => seated(one, false)), ...expected.map((one) => seated(one, true))],
      thin: thinOf(campaign.data, judging, await worksToJudge(db, campaign.slug)),
    };
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

function refuseUnknown(known: readonly { slug: string }[], named: readonly string[], field: string): void {
  const at = named.findIndex((one) => !known.some(({ slug }) => slug === one));
  if (at >= 0) throw new Refusal("invalid", { reason: "campaigns.no_such_group", field: `${field}.${at}` });
}
