import type { Campaign, InvitationReply, OwnEntry, PublicEntry, Winner } from "@veche/protocol";
import { type Address, ask } from "../requests/ask.ts";

export interface GalleryPage {
  readonly items: readonly PublicEntry[];
  readonly nextCursor: string | null;
}

export interface GalleryFilter {
  readonly nomination?: string | undefined;
  readonly ageGroup?: string | undefined;
  /** Only what the public votes among. */
  readonly shortlisted?: boolean;
}

export interface Results {
  readonly announcedAt: string;
  readonly winners: readonly Winner[];
}

/** Asks for one campaign. @throws Problem */
export async function campaignOf(address: Address, slug: string, signal?: AbortSignal): Promise<Campaign> {
  return (await ask<{ campaign: Campaign }>(address, campaignPath(slug), { signal })).campaign;
}

/** Asks for a page of approved entries, newest first. @throws Problem */
export async function galleryPage(
  address: Address,
  slug: string,
  page: GalleryFilter & { readonly cursor?: string | undefined; readonly limit: number },
  signal?: AbortSignal,
): Promise<GalleryPage> {
  const query = {
    nomination: page.nomination,
    ageGroup: page.ageGroup,
    shortlisted: page.shortlisted ? "true" : undefined,
    cursor: page.cursor,
    limit: String(page.limit),
  };
  return await ask<GalleryPage>(address, `${campaignPath(slug)}/entries`, { query, signal });
}

/** Asks for the announced winners. @throws Problem `not_found` before the announcement */
export async function resultsOf(address: Address, slug: string, signal?: AbortSignal): Promise<Results> {
  return await ask<Results>(address, `${campaignPath(slug)}/winners`, { signal });
}

/** Asks for the submitter's own entry. @throws Problem */
export async function ownEntryOf(address: Address, id: string, token: string): Promise<OwnEntry> {
  return (await ask<{ entry: OwnEntry }>(address, entryPath(id), { token })).entry;
}

/** Takes an entry back: its personal data and pictures are erased. @throws Problem */
export async function withdrawEntry(address: Address, id: string, token: string): Promise<OwnEntry> {
  return (await ask<{ entry: OwnEntry }>(address, entryPath(id), { token, method: "DELETE" })).entry;
}

/** Answers the invitation to the ceremony. @throws Problem */
export async function replyToInvitation(
  address: Address,
  id: string,
  token: string,
  body: InvitationReply,
): Promise<OwnEntry> {
  const path = `${entryPath(id)}/invitation`;
  return (await ask<{ entry: OwnEntry }>(address, path, { token, method: "PUT", body: { ...body } })).entry;
}

/** Shows the straightened page of an own entry, or the photograph as it was. @throws Problem */
export async function chooseLook(
  address: Address,
  id: string,
  token: string,
  look: "page" | "as_it_was",
): Promise<OwnEntry> {
  const path = `${entryPath(id)}/look`;
  return (await ask<{ entry: OwnEntry }>(address, path, { token, method: "PUT", body: { look } })).entry;
}

/** Sends another picture of a work that was asked to be mended. @throws Problem */
export async function mendPicture(
  address: Address,
  id: string,
  token: string,
  file: File,
): Promise<OwnEntry> {
  const form = new FormData();
  form.append("drawing", file);
  const path = `${entryPath(id)}/drawing`;
  return (await ask<{ entry: OwnEntry }>(address, path, { token, method: "PUT", form })).entry;
}

/**
 * A picture of an own entry that nobody else may see yet.
 *
 * @returns an object URL, to be revoked; empty when it does not come
 */
export async function ownPicture(address: Address, url: string, token: string): Promise<string> {
  const response = await fetch(new URL(url, address.server), {
    credentials: "omit",
    headers: { Authorization: `Bearer ${token}` },
  }).catch(() => undefined);
  return response?.ok ? URL.createObjectURL(await response.blob()) : "";
}

/** Gives a parent's consent to a work that a teacher brought. @throws Problem */
export async function consentTo(
  address: Address,
  id: string,
  token: string,
  body: Readonly<Record<string, string>>,
): Promise<OwnEntry> {
  const path = `${entryPath(id)}/consents`;
  return (await ask<{ entry: OwnEntry }>(address, path, { token, method: "POST", body })).entry;
}

/** Path of a campaign's calls. */
export function campaignPath(slug: string): string {
  return `/api/v1/campaigns/${encodeURIComponent(slug)}`;
}

/** Address of the page of one published work, that previews where it is shared. */
export function workLink({ server }: Address, campaign: string, number: number): string {
  return new URL(`/campaigns/${encodeURIComponent(campaign)}/works/${number}`, server).href;
}

function entryPath(id: string): string {
  return `/api/v1/entries/${encodeURIComponent(id)}`;
}
