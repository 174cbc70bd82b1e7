import { readJson } from "./files.ts";
import type { Terminal } from "./terminal.ts";
import { withTown } from "./with-town.ts";

/** Adds one campaign from a file in the shape of `campaigns.json`; one that is there stays untouched. */
export async function createCampaignCommand(terminal: Terminal, file: string): Promise<void> {
  const json = await readJson(file);
  const { slug } = await withTown(terminal, (town) => town.rooms.campaigns.createCampaign(json));
  terminal.say(`The campaign ${slug} is there.`);
}
