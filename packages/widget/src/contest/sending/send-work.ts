import type { Campaign } from "@veche/protocol";
import { campaignPath } from "../../campaigns/campaign-client.ts";
import type { Address } from "../../requests/ask.ts";
import type { Agreement } from "../agreement.ts";
import type { UnsettledAttempt } from "../entry-draft.ts";
import type { FieldValues } from "../entry-fields.ts";
import type { Progress } from "../entry-session.ts";
import type { PictureDesk } from "../picture-desk.ts";
import { newKey } from "./new-key.ts";
import { entryParts, sendEntry } from "./send-entry.ts";
import { type Content, submitOnce, type Submitted } from "./submit-once.ts";
import { untilOnline } from "./until-online.ts";

interface Work {
  readonly campaign: Campaign;
  readonly address: Address;
  readonly values: FieldValues;
  readonly agreed: readonly Agreement[];
  readonly picture: PictureDesk;
  /** What was sent before without an answer. */
  readonly attempt: UnsettledAttempt | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  readonly keepAttempt: (attempt: UnsettledAttempt | undefined) => void;
}

/** Sends a parent's work so that it arrives once. @throws Problem; AbortError when `signal` was raised */
export async function sendWork(work: Work): Promise<Submitted> {
  const { campaign, address, picture, attempt, signal, onProgress } = work;
  const content: Content = { values: work.values, agreed: work.agreed, ...(await picture.ready()) };
  const earlier = attempt && { attempt, file: await picture.sent() };
  return await submitOnce(content, earlier, {
    send: ({ values, agreed, file }, key) =>
      sendEntry(address, `${campaignPath(campaign.slug)}/entries`, {
        key,
        file,
        parts: entryParts(values, new Set(agreed), campaign),
        onProgress: (share) => onProgress({ kind: "sending", share }),
        signal,
      }),
    onPause: () => onProgress({ kind: "waiting" }),
    wait: (ms) => untilOnline(ms, signal),
    newKey,
    keepAttempt: (kept, file) => {
      work.keepAttempt(kept);
      picture.keepSent(file);
    },
  });
}
