import { msg } from "@lit/localize";
import type { OutageResource } from "@veche/protocol";

/** What an outage leaves a house without; a resource that the console does not know is shown as it came. */
export const resourceName = (resource: string) =>
  ({
    cold_water: msg("Холодная вода"),
    hot_water: msg("Горячая вода"),
    heating: msg("Отопление"),
    power: msg("Электричество"),
    gas: msg("Газ"),
  })[resource as OutageResource] ?? resource;
