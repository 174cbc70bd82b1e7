import { type Handler, type Operations, type RawReply, Refusal, type StaffMember } from "@veche/protocol";
import { buffer } from "node:stream/consumers";
import { isAdmitted, stateAt } from "../rules.ts";
import type { CampaignParts } from "../parts.ts";
import { campaignBySlug } from "../store.ts";
import { isTokenOf } from "../entries/open-entry.ts";
import { blobKeyOf } from "./keep.ts";
import { shownFile } from "./store.ts";

/** Pages of any origin may show a published picture. A work may be withdrawn: no cache on the way keeps it unasked for the whole minute in which it is to be gone. */
const PUBLISHED = {
  "Cache-Control": "public, max-age=45, must-revalidate",
  "Cross-Origin-Resource-Policy": "cross-origin",
  Vary: "Authorization",
};
const HOLDERS = { ...PUBLISHED, "Cache-Control": "private, no-store" };
const STAFFS = { "Cache-Control": "private, max-age=600" };

/** Pictures for the three who may see them: everyone, once published; the entry's holder; staff. */
export function createMedia({ database, blobs, secrets, clock }: CampaignParts): {
  readonly media: Handler<Operations["service"]["media"]>;
  readonly staffMedia: Handler<Operations["campaigns"]["staffMedia"]>;
} {
  async function send(mediaKey: string, headers: Readonly<Record<string, string>>): Promise<RawReply> {
    const blob = await blobs.open(blobKeyOf(mediaKey));
    if (!blob) throw new Refusal("not_found");
    const body = blob.file === undefined ? await buffer(blob.stream()) : { file: blob.file };
    return { contentType: blob.contentType, body, headers };
  }

  async function maySee(
    member: StaffMember,
    { campaign, state, role }: { readonly campaign: string; readonly state: string; readonly role: string },
  ): Promise<boolean> {
    if (member.role !== "jury") return true;
    if (role !== "shown") return false;
    const record = await campaignBySlug(database.read, campaign);
    return isAdmitted(state) && record !== undefined && stateAt(record, clock()) === "judging";
  }

  return {
    async media({ key }, { token }) {
      const found = await shownFile(database.read, blobKeyOf(key));
      if (found?.role === "shown" && isAdmitted(found.state) && found.publishing === 1)
        return send(key, PUBLISHED);
      if (found && token !== undefined && isTokenOf(secrets, found, token)) return send(key, HOLDERS);
      throw new Refusal("not_found");
    },
    async staffMedia({ key }, { staff }) {
      const found = await shownFile(database.read, blobKeyOf(key));
      if (!found || !(await maySee(staff, found))) throw new Refusal("not_found");
      return send(key, STAFFS);
    },
  };
}
