import { msg } from "@lit/localize";

export interface NamedPeriod {
  readonly name: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const after = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Periods by name, the usual one first. @param today the city's day, `2026-11-22` */
export function periods(today: string): readonly NamedPeriod[] {
  const sinceMonday = (new Date(`${today}T00:00Z`).getUTCDay() + 6) % 7;
  const monday = after(today, -sinceMonday);
  return [
    { name: "month", label: msg("30 дней"), from: after(today, -29), to: today },
    { name: "this-week", label: msg("Эта неделя"), from: monday, to: today },
    { name: "last-week", label: msg("Прошлая неделя"), from: after(monday, -7), to: after(monday, -1) },
    { name: "quarter", label: msg("90 дней"), from: after(today, -89), to: today },
    { name: "year", label: msg("Год"), from: after(today, -364), to: today },
  ];
}
