const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(timeZone: string, moment: Date): number[] {
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
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return ["year", "month", "day", "hour", "minute", "second"].map((part) => parts.get(part as "year") ?? 0);
}

/** A Date whose local fields, in whatever zone this process runs, are what clocks in `timeZone` show at `moment`. */
export function toWallClock(moment: Date, timeZone: string): Date {
  const [year = 0, month = 1, day = 1, hour, minute, second] = partsIn(timeZone, moment);
  return new Date(year, month - 1, day, hour, minute, second, moment.getMilliseconds());
}

/** The moment at which clocks in `timeZone` show the local fields of `wallClock`. */
export function fromWallClock(wallClock: Date, timeZone: string): Date {
  const wanted = Date.UTC(
    wallClock.getFullYear(),
    wallClock.getMonth(),
    wallClock.getDate(),
    wallClock.getHours(),
    wallClock.getMinutes(),
    wallClock.getSeconds(),
  );
  const offsetAt = (moment: number) => {
    const [year = 0, month = 1, day = 1, hour, minute, second] = partsIn(timeZone, new Date(moment));
    return Date.UTC(year, month - 1, day, hour, minute, second) - moment;
  };
  const guess = wanted - offsetAt(wanted);
  return new Date(wanted - offsetAt(guess));
}
