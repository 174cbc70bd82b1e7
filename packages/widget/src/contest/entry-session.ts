import type { Campaign, ConsentPurpose } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import { ageIn, nominationsFor } from "../campaigns/age-groups.ts";
import { deviceStorage } from "./device-storage.ts";
import { createDrawingKeeper } from "./drawing-keeper.ts";
import { type Drawing, fileToSend, openDrawing, turned, type Unfit, unfitness } from "./drawing.ts";
import {
  createDraftKeeper,
  type DraftKeeper,
  EMPTY_DRAFT,
  type EntryDraft,
  nextDraft,
} from "./entry-draft.ts";
import { type Fault, faultsOf, type FormPlace, placeOf } from "./entry-faults.ts";
import { type FieldName, type FieldValues, OPTIONAL_FIELDS } from "./entry-fields.ts";
import { entryParts, sendEntry } from "./send-entry.ts";
import { type Content, submitOnce, type Submitted } from "./submit-once.ts";

/** What is wrong at a place: found here, about the file, or told by the server. */
export type PlaceFault = Fault | { readonly unfit: Unfit } | { readonly told: string };

export type Progress =
  | { readonly kind: "writing" }
  /** `share` of the bytes that left, 0–1; at 1 the server is looking at the picture. */
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly problem: Problem }
  | { readonly kind: "accepted"; readonly submitted: Submitted };

export interface EntryHost extends ReactiveControllerHost {
  readonly campaign: Campaign;
  readonly address: Address;
}

const MEGABYTE = 1024 * 1024;

/** Remembers one entry from the first letter to its number, and keeps it on the device meanwhile. */
export class EntrySession implements ReactiveController {
  drawing: Drawing | undefined;
  opensDrawing = false;
  agreed: ReadonlySet<ConsentPurpose> = new Set();
  faults: ReadonlyMap<FormPlace, PlaceFault> = new Map();
  progress: Progress = { kind: "writing" };
  /** Whether an optional field was filled when the form was opened. */
  opensMore = false;

  readonly #host: EntryHost;
  readonly #drawings = createDrawingKeeper();
  #draft: EntryDraft = EMPTY_DRAFT;
  #keeper: DraftKeeper | undefined;
  #key = "";
  #sentFile: File | undefined;
  #stop: AbortController | undefined;

  constructor(host: EntryHost) {
    this.#host = host;
    host.addController(this);
  }

  get values(): FieldValues {
    return this.#draft.values;
  }

  /** Not when connected: an element that was placed before its code came has no campaign until its first update. */
  hostUpdate(): void {
    if (this.#keeper) return;
    const { address, campaign } = this.#host;
    this.#key = `veche:${address.server}:draft:${campaign.slug}`;
    this.#keeper = createDraftKeeper(deviceStorage(), this.#key, () => new Date());
    this.#draft = this.#keeper.read();
    this.opensMore = hasOptional(this.values);
    void this.#recall();
  }

  write(name: FieldName, value: string): void {
    const values = { ...this.values, [name]: value };
    if (name === "authorAge" && !this.#mayEnter(values.nomination, value)) values.nomination = "";
    this.#keep({ ...this.#draft, values });
    this.#mend(name);
  }

  agree(purpose: ConsentPurpose, isGiven: boolean): void {
    const agreed = new Set(this.agreed);
    if (isGiven) agreed.add(purpose);
    else agreed.delete(purpose);
    this.agreed = agreed;
    this.#mend(`consent.${purpose}`);
  }

  async pick(file: File): Promise<void> {
    const unfit = unfitness(file, this.#host.campaign.limits.maxFileMb * MEGABYTE);
    if (unfit) {
      this.faults = new Map(this.faults).set("drawing", { unfit });
      this.#host.requestUpdate();
      return;
    }
    await this.#open(file, 0);
    await this.#drawings.write(this.#key, { file, quarterTurns: 0 });
  }

  turn(): void {
    if (!this.drawing) return;
    this.drawing = turned(this.drawing);
    this.#host.requestUpdate();
    void this.#drawings.write(this.#key, keptOf(this.drawing));
  }

  /** Sends what is written. @returns the place to look at when something is missing */
  async submit(): Promise<FormPlace | undefined> {
    const { campaign } = this.#host;
    const faults = faultsOf(
      { values: this.values, agreed: this.agreed, hasDrawing: !!this.drawing },
      campaign,
    );
    this.faults = new Map(faults.map((fault) => [fault.place, fault]));
    this.#show({ kind: "writing" });
    if (faults[0] || !this.drawing) return faults[0]?.place;
    try {
      const submitted = await this.#send(this.drawing);
      this.#clear();
      this.#show({ kind: "accepted", submitted });
      return undefined;
    } catch (cause) {
      if (!(cause instanceof Problem)) {
        this.#show({ kind: "writing" });
        if (cause instanceof DOMException && cause.name === "AbortError") return undefined;
        throw cause;
      }
      const place = placeOf(cause.field, campaign);
      if (place && cause.detail) this.faults = new Map([[place, { told: cause.detail }]]);
      this.#show({ kind: "refused", problem: cause });
      return place;
    }
  }

  /** Stops the upload; what is written stays. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Begins the next entry of the same family or class. */
  next(): void {
    this.#keep(nextDraft(this.values));
    this.opensMore = hasOptional(this.values);
    this.drawing = undefined;
    this.agreed = new Set();
    this.#show({ kind: "writing" });
  }

  async #send(drawing: Drawing): Promise<Submitted> {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { address, campaign } = this.#host;
    this.#show({ kind: "sending", share: 0 });
    const content: Content = {
      values: this.values,
      agreed: [...this.agreed],
      drawing: fingerprintOf(drawing),
      file: await fileToSend(drawing),
    };
    const { attempt } = this.#draft;
    return await submitOnce(content, attempt && { attempt, file: this.#sentFile }, {
      send: ({ values, agreed, file }, key) =>
        sendEntry(address, campaign.slug, {
          key,
          file,
          parts: entryParts(values, new Set(agreed), campaign),
          onProgress: (share) => this.#show({ kind: "sending", share }),
          signal,
        }),
      onPause: () => this.#show({ kind: "waiting" }),
      wait: (ms) => untilOnline(ms, signal),
      newKey,
      keepAttempt: (kept, file) => {
        this.#keep({ ...this.#draft, attempt: kept });
        this.#sentFile = file;
        if (file) void this.#drawings.write(`${this.#key}:sent`, { file, quarterTurns: 0 });
      },
    });
  }

  async #recall(): Promise<void> {
    const kept = await this.#drawings.read(this.#key);
    if (kept && !this.drawing) await this.#open(kept.file, kept.quarterTurns);
    if (this.#draft.attempt) this.#sentFile = (await this.#drawings.read(`${this.#key}:sent`))?.file;
  }

  async #open(file: File, quarterTurns: number): Promise<void> {
    this.opensDrawing = true;
    this.#mend("drawing");
    let drawing = await openDrawing(file, this.#host.campaign.limits.minLongSidePx);
    for (let turn = 0; turn < quarterTurns; turn += 1) drawing = turned(drawing);
    this.drawing = drawing;
    this.opensDrawing = false;
    this.#host.requestUpdate();
  }

  #mayEnter(nomination: string, typedAge: string): boolean {
    return nominationsFor(this.#host.campaign, ageIn(typedAge)).some(({ slug }) => slug === nomination);
  }

  #mend(place: FormPlace): void {
    const faults = new Map(this.faults);
    faults.delete(place);
    this.faults = faults;
    if (this.progress.kind === "refused") this.progress = { kind: "writing" };
    this.#host.requestUpdate();
  }

  #keep(draft: EntryDraft): void {
    this.#draft = draft;
    this.#keeper?.write(draft);
  }

  #clear(): void {
    this.#draft = { values: this.values };
    this.#keeper?.clear();
    this.#sentFile = undefined;
    void this.#drawings.clear(this.#key);
    void this.#drawings.clear(`${this.#key}:sent`);
  }

  #show(progress: Progress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}

function hasOptional(values: FieldValues): boolean {
  return [...OPTIONAL_FIELDS].some((name) => values[name] !== "");
}

function keptOf({ file, quarterTurns }: Drawing) {
  return { file, quarterTurns };
}

function fingerprintOf({ file, quarterTurns }: Drawing): string {
  return [file.name, file.size, file.lastModified, quarterTurns].join("|");
}

/** 128 random bits; `crypto.randomUUID` is missing on pages without HTTPS. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/** Waits, but no longer than until the connection is back. */
async function untilOnline(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const done = new AbortController();
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      done.abort();
      settle();
    };
    const timer = setTimeout(() => finish(resolve), ms);
    addEventListener("online", () => finish(resolve), { signal: done.signal });
    signal.addEventListener("abort", () => finish(() => reject(signal.reason)), { signal: done.signal });
  });
}
