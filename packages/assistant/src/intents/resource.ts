import { says } from "./says.ts";

export type Resource = "cold_water" | "hot_water" | "heating" | "power" | "gas";

const hot = says("горяч*", "гвс", "hot water");
const cold = says("холодн* (вод*|водичк*)", "(вод*) холодн*", "хвс", "cold water");
const water = says("вод*", "водичк*", "water");
const heating = says("отоплени*", "батаре*", "тепло", "тепла", "heating", "radiator*");
const power = says("свет", "света", "электри*", "электроэнерг*", "power", "electricity");
const gas = says("газ", "газа", "газу", "gas");

/** What is off or asked about; both waters when water is named plainly; empty when nothing is named. */
export function resourceOf(text: string): Resource[] {
  const named: Resource[] = [];
  if (cold(text)) named.push("cold_water");
  if (hot(text)) named.push("hot_water");
  if (named.length === 0 && water(text)) named.push("cold_water", "hot_water");
  if (heating(text)) named.push("heating");
  if (power(text)) named.push("power");
  if (gas(text)) named.push("gas");
  return named;
}
