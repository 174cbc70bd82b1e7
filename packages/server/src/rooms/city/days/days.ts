import { hoursProblem, type OpeningOptions } from "@veche/assistant";
import { type CityDay, type HandlersOf, type Operations, Refusal } from "@veche/protocol";
import { detailOf } from "../../../act-details.ts";
import { describeAct } from "../../../acts.ts";
import type { Database } from "../../../storage/index.ts";
import type { CitySnapshot } from "../records.ts";
import { HOLIDAYS } from "../rules.ts";
import { bumpCity } from "../store.ts";
import { putDay, removeDay } from "./store.ts";

export interface DaysParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly snapshot: () => CitySnapshot;
  readonly reload: () => Promise<void>;
}

type Days = Pick<HandlersOf<Operations["city"]>, "days" | "saveDay" | "removeDay">;

/** Days that are not as the calendar has them: written by hand, with who, when and why. */
export function createDays({ database, clock, snapshot, reload }: DaysParts): Days {
  const subjectOf = (date: string, department: string) => `${date}${department && ` ${department}`}`;

  return {
    async days() {
      const { holidays = [], shortDays = [], workingWeekends = {} } = HOLIDAYS;
      return {
        items: [...snapshot().days],
        calendar: {
          holidays: [...holidays],
          shortDays: [...shortDays],
          workingWeekends: Object.keys(workingWeekends),
        },
      };
    },

    async saveDay({ date, department, hours, reason }, { staff }) {
      if (department && !snapshot().hotlines.some(({ slug }) => slug === department))
        throw new Refusal("invalid", { reason: "city.no_department", field: "department" });
      if (hours && hoursProblem(hours) !== undefined)
        throw new Refusal("invalid", { reason: "city.bad_day_hours", field: "hours" });
      const day: CityDay = { date, department, hours, reason, by: staff.name, at: clock().toISOString() };
      describeAct({
        subject: subjectOf(date, department),
        detail: detailOf({ facts: { hours: hours || "off", reason } }),
      });
      await database.write(async (connection) => {
        await putDay(connection, day);
        await bumpCity(connection);
      });
      await reload();
      return { day };
    },

    async removeDay({ date, department }) {
      describeAct({ subject: subjectOf(date, department) });
      await database.write(async (connection) => {
        if (!(await removeDay(connection, date, department))) throw new Refusal("not_found");
        await bumpCity(connection);
      });
      await reload();
      return {};
    },
  };
}

/** The calendar of one department: what holds for everyone, the city's own days, and the department's. */
export function calendarFor(days: readonly CityDay[], department: string | undefined): OpeningOptions {
  if (days.length === 0) return HOLIDAYS;
  const asException = ({ date, hours }: CityDay) => ({ date, ...(hours && { hours }) });
  return {
    ...HOLIDAYS,
    cityDays: days.filter((day) => day.department === "").map(asException),
    exceptions: days.filter((day) => day.department !== "" && day.department === department).map(asException),
  };
}
