const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string, moment: number): number[] {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map<string, number>(
    format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  return ["year", "month", "day", "hour", "minute", "second"].map((part) => parts.get(part) ?? 0);
}

interface ClockFace {
  readonly date: string;
  readonly minute: number;
}

/** One answer asks for the same second over and over, and so do all that are given in it. */
let lately: { readonly second: number; readonly timeZone: string; readonly shown: ClockFace } | undefined;

/** What clocks in a zone show: the ISO date, and the minute of the day. */
export function wallClock(moment: Date, timeZone: string): ClockFace {
  const second = Math.floor(moment.getTime() / 1000);
  if (lately?.second !== second || lately.timeZone !== timeZone)
    lately = { second, timeZone, shown: faceOf(moment, timeZone) };
  return lately.shown;
}

function faceOf(moment: Date, timeZone: string): ClockFace {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = partsIn(timeZone, moment.getTime());
  const date = new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
  return { date, minute: hour * 60 + minute };
}

/** The moment at which clocks in a zone show that minute of that day; minutes past 1440 are the next days'. */
export function momentOf(date: string, minute: number, timeZone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  const offsetAt = (moment: number) => {
    const [year = 0, month = 1, day = 1, hour, minutes, second] = partsIn(timeZone, moment);
    return Date.UTC(year, month - 1, day, hour, minutes, second) - moment;
  };
  const guess = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(guess));
}
