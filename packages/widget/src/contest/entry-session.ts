import type { Campaign } from "@veche/protocol";
import type { CSSResult, ReactiveController, ReactiveControllerHost } from "lit";
import type { Address } from "../requests/ask.ts";
import { Problem } from "../requests/problem.ts";
import { ageIn, nominationsFor } from "../campaigns/age-groups.ts";
import type { Agreement } from "./agreement.ts";
import { deviceStorage } from "./device-storage.ts";
import {
  createDraftKeeper,
  type DraftKeeper,
  EMPTY_DRAFT,
  type EntryDraft,
  nextDraft,
} from "./entry-draft.ts";
import { type FieldName, type FieldValues, OPTIONAL_FIELDS } from "./entry-fields.ts";
import type { FormPlace } from "./field.ts";
import { fetchLater, type Later } from "./fetched.ts";
import { PictureDesk } from "./picture-desk.ts";
import type { Submitted } from "./sending/submit-once.ts";

/** Said anew at every rendering, so that it follows the page's language. */
export type Words = () => string;

export type Progress =
  | { readonly kind: "writing" }
  /** `share` of the bytes that left, 0–1; at 1 the server is looking at the picture. */
  | { readonly kind: "sending"; readonly share: number }
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly words: Words; readonly decided: boolean }
  | { readonly kind: "received"; readonly submitted: Submitted };

export interface EntryHost extends ReactiveControllerHost {
  readonly campaign: Campaign;
  readonly address: Address;
  /** Takes on looks that came later. */
  dress(styles: CSSResult): void;
}

/** What the same adult agreed to for the work before, in this sitting. */
export interface AgreedBefore {
  readonly agreed: ReadonlySet<Agreement>;
  readonly title: string;
  readonly who: string;
}

/** Remembers one entry from the first letter to its number, and keeps it on the device meanwhile. */
export class EntrySession implements ReactiveController {
  readonly picture: PictureDesk;
  agreed: ReadonlySet<Agreement> = new Set();
  faults: ReadonlyMap<FormPlace, Words> = new Map();
  progress: Progress = { kind: "writing" };
  /** Absent until somebody writes. */
  later: Later | undefined;
  /** Whether an optional field was filled when the form was opened. */
  opensMore = false;

  readonly #host: EntryHost;
  #draft: EntryDraft = EMPTY_DRAFT;
  #keeper: DraftKeeper | undefined;
  #key = "";
  #before: AgreedBefore | undefined;
  #stop: AbortController | undefined;

  constructor(host: EntryHost) {
    this.#host = host;
    this.picture = new PictureDesk({
      campaign: () => host.campaign,
      key: () => this.#key,
      onChange: () => {
        this.#keep({ ...this.#draft, hasDrawing: this.picture.isPicked });
        this.#mend("drawing");
      },
      onUnfit: (words) => this.#fault("drawing", words),
    });
    host.addController(this);
  }

  get values(): FieldValues {
    return this.#draft.values;
  }

  /** What may be given again in one act, while it is the same adult who gives it. */
  get agreedBefore(): AgreedBefore | undefined {
    return this.#before?.who === whoGives(this.values) ? this.#before : undefined;
  }

  /** Not when connected: an element that was placed before its code came has no campaign until its first update. */
  hostUpdate(): void {
    if (this.#keeper) return;
    const { address, campaign } = this.#host;
    this.#key = `veche:${address.server}:draft:${campaign.slug}`;
    this.#keeper = createDraftKeeper(deviceStorage(), this.#key, () => new Date());
    this.#draft = this.#keeper.read();
    this.opensMore = hasOptional(this.values);
    if (campaign.work.textMax || this.#draft !== EMPTY_DRAFT) void this.#fetchLater();
    if (this.#draft.hasDrawing || this.#draft.attempt) void this.picture.recall();
  }

  write(name: FieldName, value: string): void {
    // While a parent writes, what sends the form comes.
    void this.#fetchLater();
    const values = { ...this.values, [name]: value };
    if (name === "authorAge" && !this.#mayEnter(values.nomination, value)) values.nomination = "";
    this.#keep({ ...this.#draft, values });
    this.#mend(name);
  }

  agree(purpose: Agreement, isGiven: boolean): void {
    const agreed = new Set(this.agreed);
    if (isGiven) agreed.add(purpose);
    else agreed.delete(purpose);
    this.agreed = agreed;
    this.#mend(`consent.${purpose}`);
  }

  /** Gives for this work what was given for the one before, or takes it back. */
  agreeAsBefore(isGiven: boolean): void {
    const own = [...this.agreed].filter((it) => it === "author");
    this.agreed = new Set(isGiven ? [...(this.agreedBefore?.agreed ?? []), ...own] : own);
    for (const place of this.faults.keys()) if (place !== "consent.author") this.#mendConsent(place);
    this.#host.requestUpdate();
  }

  pick(file: File): void {
    void this.#fetchLater();
    void this.picture.pick(file);
  }

  /** Sends what is written. @returns the place to look at when something is missing */
  async submit(): Promise<FormPlace | undefined> {
    try {
      return await this.#submit();
    } catch (cause) {
      this.#show({ kind: "writing" });
      if (cause instanceof DOMException && cause.name === "AbortError") return undefined;
      throw cause;
    }
  }

  /** Stops the upload; what is written stays. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Begins the next entry of the same family. */
  next(): void {
    const agreed = new Set([...this.agreed].filter((it) => it !== "author"));
    this.#before = { agreed, title: this.values.title, who: whoGives(this.values) };
    this.#keep(nextDraft(this.values));
    this.opensMore = hasOptional(this.values);
    this.picture.reset();
    this.agreed = new Set();
    this.#show({ kind: "writing" });
  }

  async #submit(): Promise<FormPlace | undefined> {
    const { campaign } = this.#host;
    const later = await this.#fetchLater();
    const filled = { values: this.values, agreed: this.agreed, hasDrawing: this.picture.isPicked };
    const faults = later.faultsOf(filled, campaign);
    this.faults = new Map(faults.map((fault) => [fault.place, () => later.faultText(fault, campaign)]));
    this.#show({ kind: "writing" });
    if (faults[0]) return faults[0].place;
    try {
      const submitted = await this.#send(later);
      this.#clear();
      this.#show({ kind: "received", submitted });
      return undefined;
    } catch (cause) {
      if (!(cause instanceof Problem)) throw cause;
      const place = later.placeOf(cause.field, campaign);
      const { detail, decided } = cause;
      if (place && detail) this.faults = new Map([[place, () => detail]]);
      this.#show({ kind: "refused", words: () => later.problemText(cause), decided });
      return place;
    }
  }

  async #send({ sendWork }: Later): Promise<Submitted> {
    this.#stop = new AbortController();
    this.#show({ kind: "sending", share: 0 });
    return await sendWork({
      campaign: this.#host.campaign,
      address: this.#host.address,
      values: this.values,
      agreed: [...this.agreed],
      picture: this.picture,
      attempt: this.#draft.attempt,
      signal: this.#stop.signal,
      onProgress: (progress) => this.#show(progress),
      keepAttempt: (attempt) => this.#keep({ ...this.#draft, attempt }),
    });
  }

  async #fetchLater(): Promise<Later> {
    if (this.later) return this.later;
    this.later = await fetchLater();
    this.#host.dress(this.later.laterStyles);
    this.#host.requestUpdate();
    return this.later;
  }

  #mayEnter(nomination: string, typedAge: string): boolean {
    return nominationsFor(this.#host.campaign, ageIn(typedAge)).some(({ slug }) => slug === nomination);
  }

  #fault(place: FormPlace, words: Words): void {
    this.faults = new Map(this.faults).set(place, words);
    this.#host.requestUpdate();
  }

  #mendConsent(place: FormPlace): void {
    if (place.startsWith("consent.")) this.#mend(place);
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
    this.picture.clear();
  }

  #show(progress: Progress): void {
    this.progress = progress;
    this.#host.requestUpdate();
  }
}

const whoGives = ({ guardianName, guardianContact }: FieldValues) => `${guardianName}|${guardianContact}`;

function hasOptional(values: FieldValues): boolean {
  return [...OPTIONAL_FIELDS].some((name) => values[name] !== "");
}
