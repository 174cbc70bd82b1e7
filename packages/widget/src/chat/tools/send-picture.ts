import { msg } from "@lit/localize";
import type { Attachment } from "@veche/protocol";
import { reduced } from "./picture.ts";

const AGAIN_MS = 3000;

export interface Sending {
  readonly server: string;
  readonly locale: string;
  /** None before there is a line. */
  readonly token: () => string | undefined;
  /** The same for every try, so that the server keeps one picture of them. */
  readonly key: string;
  readonly signal: AbortSignal;
}

type Outcome = { readonly attachment: Attachment } | { readonly refusal: string };
/** `undefined`: nobody knows whether it arrived; `later`: in so many milliseconds it may. */
type Try = Outcome | { readonly later: number };

/** Sends a picture until the city has it or says why not, over any number of broken lines. */
export async function sendPicture(
  sending: Sending,
  file: File,
  progress: (sent: number) => void,
): Promise<Outcome> {
  const picture = await reduced(file);
  for (;;) {
    const outcome = await tryOnce(sending, picture, progress);
    if (!("later" in outcome)) return outcome;
    progress(0);
    await pause(outcome.later);
    if (sending.signal.aborted) return { refusal: "" };
  }
}

/** By XMLHttpRequest: `fetch` does not tell how far an upload is. */
function tryOnce(
  { server, locale, token, key, signal }: Sending,
  picture: Blob,
  progress: (sent: number) => void,
): Promise<Try> {
  const secret = token();
  if (!secret) return Promise.resolve({ later: AGAIN_MS });
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.set("picture", picture, "picture");
    request.open("POST", `${server}/api/v1/conversation/attachments?locale=${locale}`);
    request.setRequestHeader("Authorization", `Bearer ${secret}`);
    request.setRequestHeader("Idempotency-Key", key);
    request.upload.onprogress = ({ loaded, total }) => progress(loaded / total);
    request.onloadend = () => done(read(request));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

function read({ status, responseText }: XMLHttpRequest): Try {
  if (status === 0) return { later: AGAIN_MS };
  const answer = parsed(responseText);
  if (answer.attachment) return { attachment: answer.attachment };
  const { code, detail, retryAfterSeconds } = answer;
  if (code === "rate_limited" || code === "unavailable" || status >= 500)
    return { later: 1000 * (retryAfterSeconds ?? 5) };
  return { refusal: detail ?? msg("Снимок не принят. Попробуйте другой.") };
}

interface Answer {
  readonly attachment?: Attachment;
  readonly code?: string;
  readonly detail?: string;
  readonly retryAfterSeconds?: number;
}

function parsed(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}

/** Ends sooner when the device has its network back. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => {
    const timer = setTimeout(go, milliseconds);
    function go(): void {
      clearTimeout(timer);
      removeEventListener("online", go);
      resume();
    }
    addEventListener("online", go);
  });
}

/** Has the city erase what will not be sent; else it does so by itself within a day. */
export async function takeBackPicture(
  server: string,
  token: string | undefined,
  { id }: Attachment,
): Promise<void> {
  await fetch(`${server}/api/v1/conversation/attachments/${id}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${token}` },
    credentials: "omit",
  }).catch(() => undefined);
}
