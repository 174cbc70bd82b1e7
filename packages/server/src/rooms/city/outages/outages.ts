import { type HandlersOf, type Operations, type OutageChange, Refusal } from "@veche/protocol";
import { detailOf } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import { dayIn } from "../../../city-time.ts";
import type { Database } from "../../../storage/index.ts";
import type { CitySnapshot } from "../records.ts";
import { bumpCity } from "../store.ts";
import { readNotice } from "./notice.ts";
import { addChange, changesOf, setCancelled, setEnd } from "./store.ts";

export interface OutagesParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly timeZone: string;
  readonly snapshot: () => CitySnapshot;
  readonly reload: () => Promise<void>;
}

type Outages = Pick<HandlersOf<Operations["city"]>, "readNotice" | "changeOutage" | "outageChanges">;

/** What becomes of outages after they are known: longer, over, or not at all; always with who said so. */
export function createOutages({ database, clock, newId, timeZone, snapshot, reload }: OutagesParts): Outages {
  return {
    async readNotice({ text }) {
      return { reading: readNotice(text, snapshot(), dayIn(timeZone, clock()), timeZone) };
    },

    async changeOutage({ id, act, endsAt, source }, { staff }) {
      const outage = snapshot().outages.find((it) => it.id === id);
      if (!outage) throw new Refusal("not_found");
      const now = clock().toISOString();
      if (outage.endsAt <= now || outage.cancelledAt)
        throw new Refusal("conflict", { reason: "city.outage_over" });
      if (act === "restore" && outage.startsAt > now)
        throw new Refusal("conflict", { reason: "city.outage_not_begun" });
      const ends = { prolong: endsAt && new Date(endsAt).toISOString(), restore: now, cancel: outage.endsAt };
      const wanted = ends[act];
      if (!wanted || (act === "prolong" && wanted <= outage.endsAt))
        throw new Refusal("invalid", { reason: "city.not_longer", field: "endsAt" });
      const change: OutageChange = {
        id: newId(),
        at: now,
        by: staff.name,
        act,
        source,
        endsAtBefore: outage.endsAt,
        endsAt: wanted,
      };
      describeAct({
        subject: `outages: ${id}`,
        detail: detailOf({
          changed: act === "cancel" ? {} : { endsAt: [outage.endsAt, wanted] },
          facts: { act, source },
        }),
      });
      await database.write(async (connection) => {
        await addChange(connection, id, change);
        if (act === "cancel") await setCancelled(connection, id, now);
        else await setEnd(connection, id, wanted);
        await bumpCity(connection);
      });
      await reload();
      return { change };
    },

    async outageChanges({ id }) {
      return { items: await changesOf(database.read, id) };
    },
  };
}
