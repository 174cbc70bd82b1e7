import type { Campaign, OwnEntry } from "@veche/protocol";
import { type Agreement, agreesToo } from "../agreement.ts";
import { ageIn } from "../../campaigns/age-groups.ts";
import type { Address } from "../../requests/ask.ts";
import { Problem, problemOf } from "../../requests/problem.ts";
import { ADULT_AGE, FIELD_NAMES, type FieldValues, OPTIONAL_FIELDS } from "../entry-fields.ts";

/** Nothing left the device for so long: the connection is gone. */
const STALLED_MS = 45_000;
/** What the server may take to look at the picture, in a crowd. */
const LOOKING_MS = 180_000;

/** The server's answer to an accepted entry; `token` opens it later. */
export interface Accepted {
  readonly entry: OwnEntry;
  readonly token: string;
}

export interface Sending {
  /** Makes a repeat return the first result. */
  readonly key: string;
  /** Absent for a work in words alone. */
  readonly file: File | undefined;
  readonly parts: readonly (readonly [name: string, value: string])[];
  /** Share of the bytes that left the device, 0–1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** The written parts of an entry: trimmed, without the empty ones, each consent with its version. */
export function entryParts(
  values: FieldValues,
  agreed: ReadonlySet<Agreement>,
  campaign: Pick<Campaign, "consents" | "work">,
): [name: string, value: string][] {
  const age = ageIn(values.authorAge);
  const parts: [string, string][] = [];
  for (const name of FIELD_NAMES) {
    if (name === "text" && campaign.work.textMax === undefined) continue;
    const isAdultAuthor = name === "guardianName" && age !== undefined && age >= ADULT_AGE;
    const value = isAdultAuthor
      ? `${values.authorFirstName.trim()} ${values.authorLastName.trim()}`
      : values[name].trim();
    if (value !== "" || !OPTIONAL_FIELDS.has(name)) parts.push([name, value]);
  }
  for (const { purpose, version } of campaign.consents) {
    if (agreed.has(purpose)) parts.push([`consent.${purpose}`, version]);
    if (purpose === "processing" && agreed.has("author") && agreesToo(age))
      parts.push(["consent.author", version]);
  }
  return parts;
}

/**
 * Uploads one entry, telling how far it is: `fetch` cannot tell that of an upload.
 *
 * @throws Problem when refused or when no answer came; AbortError when `signal` was raised
 */
export async function sendEntry(address: Address, path: string, sending: Sending): Promise<Accepted> {
  const form = new FormData();
  for (const [name, value] of sending.parts) form.append(name, value);
  // Last, so that the server can refuse the words before the megabytes.
  if (sending.file) form.append("drawing", sending.file);
  return await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", new URL(path, address.server));
    request.setRequestHeader("Idempotency-Key", sending.key);
    request.setRequestHeader("Accept-Language", address.locale);
    let stall: ReturnType<typeof setTimeout> | undefined;
    // A phone that lost its network may say so minutes later: better to try again.
    const watch = (patience = STALLED_MS) => {
      clearTimeout(stall);
      stall = setTimeout(() => {
        reject(new Problem("unreachable"));
        request.abort();
      }, patience);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      watch();
      sending.onProgress(total > 0 ? loaded / total : 0);
    };
    request.upload.onload = () => watch(LOOKING_MS);
    request.onloadend = () => clearTimeout(stall);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300)
        resolve(JSON.parse(request.responseText) as Accepted);
      else reject(problemOf(request.status, request.responseText));
    };
    request.onerror = () => reject(new Problem("unreachable"));
    request.onabort = () => reject(new DOMException("The upload was stopped.", "AbortError"));
    sending.signal.addEventListener("abort", () => request.abort(), { once: true });
    watch();
    request.send(form);
  });
}
