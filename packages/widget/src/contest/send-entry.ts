import type { Campaign, ConsentPurpose, OwnEntry } from "@veche/protocol";
import { ageIn } from "../campaigns/age-groups.ts";
import { campaignPath } from "../campaigns/campaign-client.ts";
import type { Address } from "../requests/ask.ts";
import { Problem, problemOf } from "../requests/problem.ts";
import { ADULT_AGE, FIELD_NAMES, type FieldValues, OPTIONAL_FIELDS } from "./entry-fields.ts";

/** The server's answer to an accepted entry; `token` opens it later. */
export interface Accepted {
  readonly entry: OwnEntry;
  readonly token: string;
}

export interface Sending {
  /** Makes a repeat return the first result. */
  readonly key: string;
  readonly file: File;
  readonly parts: readonly (readonly [name: string, value: string])[];
  /** Share of the bytes that left the device, 0–1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The written parts of an entry: trimmed, without the empty ones, each consent with its version. */
export function entryParts(
  values: FieldValues,
  agreed: ReadonlySet<ConsentPurpose>,
  campaign: Pick<Campaign, "consents">,
): [name: string, value: string][] {
  const age = ageIn(values.authorAge);
  const parts: [string, string][] = [];
  for (const name of FIELD_NAMES) {
    const isAdultAuthor = name === "guardianName" && age !== undefined && age >= ADULT_AGE;
    const value = isAdultAuthor
      ? `${values.authorFirstName.trim()} ${values.authorLastName.trim()}`
      : values[name].trim();
    if (value !== "" || !OPTIONAL_FIELDS.has(name)) parts.push([name, value]);
  }
  for (const { purpose, version } of campaign.consents) {
    if (agreed.has(purpose)) parts.push([`consent.${purpose}`, version]);
  }
  return parts;
}

/**
 * Uploads one entry, telling how far it is: `fetch` cannot tell that of an upload.
 *
 * @throws Problem when refused or when no answer came; AbortError when `signal` was raised
 */
export async function sendEntry(address: Address, campaign: string, sending: Sending): Promise<Accepted> {
  const form = new FormData();
  for (const [name, value] of sending.parts) form.append(name, value);
  // Last, so that the server can refuse the words before the megabytes.
  form.append("drawing", sending.file);
  return await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", new URL(`${campaignPath(campaign)}/entries`, address.server));
    request.setRequestHeader("Idempotency-Key", sending.key);
    request.setRequestHeader("Accept-Language", address.locale);
    request.upload.onprogress = ({ loaded, total }) => sending.onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve(JSON.parse(request.responseText) as Accepted);
      else reject(problemOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new Problem("unreachable"));
    request.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
    sending.signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}
