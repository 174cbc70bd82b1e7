import type { EntryState, StaffEntry } from "@veche/protocol";
import type { Client } from "../../client/client.ts";

const AT_ONCE = 200;

/** Every entry of a campaign in a state, page after page. */
export async function allEntries(
  client: Client,
  campaign: string,
  state: EntryState | undefined,
  signal?: AbortSignal,
): Promise<readonly StaffEntry[]> {
  const entries: StaffEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.campaigns.staffEntries({ campaign, state, cursor, limit: AT_ONCE }, signal);
    entries.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return entries;
}
