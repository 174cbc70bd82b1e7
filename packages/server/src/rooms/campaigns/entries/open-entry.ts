import { timingSafeEqual } from "node:crypto";
import { Refusal } from "@veche/protocol";
import type { Secrets } from "../../../secret.ts";
import type { Connection, EntryTable } from "../../../storage/index.ts";
import { entryById } from "./store.ts";

/** Whether the token opens this entry. */
export function isTokenOf(
  secrets: Pick<Secrets, "hash">,
  { token_hash }: { readonly token_hash: string },
  token: string,
): boolean {
  const given = Buffer.from(secrets.hash(token));
  const kept = Buffer.from(token_hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/**
 * The one gate to somebody's own entry.
 *
 * @throws Refusal `unauthenticated` without a token; `not_found` when it is another's or none is there
 */
export async function openEntry(
  secrets: Pick<Secrets, "hash">,
  db: Connection,
  id: string,
  token: string | undefined,
): Promise<EntryTable> {
  if (token === undefined) throw new Refusal("unauthenticated", { reason: "campaigns.token_needed" });
  const entry = await entryById(db, id);
  if (!isTokenOf(secrets, entry ?? { token_hash: secrets.hash("") }, token) || !entry) {
    throw new Refusal("not_found", { reason: "campaigns.no_entry" });
  }
  return entry;
}
