import type { Campaign } from "@veche/protocol";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { campaignPath } from "../../campaigns/campaign-client.ts";
import type { Address } from "../../requests/ask.ts";
import { Problem } from "../../requests/problem.ts";
import { deviceStorage } from "../device-storage.ts";
import { type Drawing, fileToSend, openDrawing, turned, type Unfit, unfitness } from "../picture/drawing.ts";
import { createDrawingKeeper } from "../picture/drawing-keeper.ts";
import { newKey } from "../sending/new-key.ts";
import { type Accepted, sendEntry } from "../sending/send-entry.ts";
import { persistently } from "../sending/submit-once.ts";
import { untilOnline } from "../sending/until-online.ts";
import { createClassKeeper, type KeptClass } from "./class-keeper.ts";
import {
  type ClassFault,
  classParts,
  type ClassWork,
  EMPTY_TEACHER,
  type TeacherField,
  teacherFaults,
  type WorkField,
  workFaults,
} from "./class-work.ts";

export interface ClassHost extends ReactiveControllerHost {
  readonly campaign: Campaign;
  readonly address: Address;
}

/** The sending as a whole: which work it is at, how far that one is, and whether the server asked to wait. */
export interface Sending {
  readonly key: string;
  readonly nth: number;
  readonly of: number;
  readonly share: number;
  readonly waits?: "connection" | { readonly minutes: number } | undefined;
}

const MEGABYTE = 1024 * 1024;
const MINUTE_MS = 60_000;

/** Remembers a class's works from the first picture to the last number, and keeps them on the device. */
export class ClassSession implements ReactiveController {
  drawings: ReadonlyMap<string, Drawing> = new Map();
  opening = 0;
  unfit: readonly { readonly name: string; readonly unfit: Unfit }[] = [];
  teacherFaults: ReadonlyMap<TeacherField, ClassFault> = new Map();
  workFaults: ReadonlyMap<string, ReadonlyMap<WorkField, ClassFault>> = new Map();
  /** What the server said of a work. */
  problems: ReadonlyMap<string, Problem> = new Map();
  sending: Sending | undefined;

  readonly #host: ClassHost;
  readonly #pictures = createDrawingKeeper();
  #class: KeptClass = { teacher: EMPTY_TEACHER, works: [] };
  #keeper: ReturnType<typeof createClassKeeper> | undefined;
  #key = "";
  #stop: AbortController | undefined;

  constructor(host: ClassHost) {
    this.#host = host;
    host.addController(this);
  }

  get teacher() {
    return this.#class.teacher;
  }

  /** Those that are still written, in the order in which they were picked. */
  get waiting(): readonly ClassWork[] {
    return this.#class.works.filter(({ received }) => !received);
  }

  /** Those that the server has. */
  get sent(): readonly ClassWork[] {
    return this.#class.works.filter(({ received }) => received);
  }

  hostUpdate(): void {
    if (this.#keeper) return;
    const { address, campaign } = this.#host;
    this.#key = `veche:${address.server}:class:${campaign.slug}`;
    this.#keeper = createClassKeeper(deviceStorage(), this.#key, () => new Date());
    this.#class = this.#keeper.read();
    void this.#recall();
  }

  writeTeacher(name: TeacherField, value: string): void {
    this.#keep({ ...this.#class, teacher: { ...this.teacher, [name]: value } });
    const faults = new Map(this.teacherFaults);
    faults.delete(name);
    this.teacherFaults = faults;
  }

  write(key: string, name: WorkField, value: string): void {
    this.#change(key, (work) => ({ ...work, values: { ...work.values, [name]: value } }));
    const faults = new Map(this.workFaults.get(key));
    faults.delete(name);
    this.workFaults = new Map(this.workFaults).set(key, faults);
  }

  /** Takes pictures, one a child; nomination and age are those of the child before. */
  async pick(files: readonly File[]): Promise<void> {
    const { maxFileMb, minLongSidePx } = this.#host.campaign.limits;
    this.unfit = [];
    this.opening = files.length;
    for (const file of files) {
      const unfit = unfitness(file, maxFileMb * MEGABYTE);
      if (unfit) this.unfit = [...this.unfit, { name: file.name, unfit }];
      else {
        const key = newKey();
        const drawing = await openDrawing(file, minLongSidePx);
        await this.#keepPicture(key, drawing);
        const last = this.#class.works.at(-1)?.values;
        const values = {
          authorFirstName: "",
          authorAge: last?.authorAge ?? "",
          title: "",
          nomination: last?.nomination ?? "",
        };
        this.#keep({ ...this.#class, works: [...this.#class.works, { key, values }] });
      }
      this.opening -= 1;
      this.#host.requestUpdate();
    }
  }

  async turn(key: string): Promise<void> {
    const drawing = this.drawings.get(key);
    if (drawing) await this.#keepPicture(key, turned(drawing));
    this.#host.requestUpdate();
  }

  remove(key: string): void {
    this.#keep({ ...this.#class, works: this.#class.works.filter((work) => work.key !== key) });
    void this.#pictures.clear(this.#pictureKey(key));
  }

  /** Forgets what was sent: the slips can no longer be printed on this device. */
  forgetSent(): void {
    this.#keep({ ...this.#class, works: this.waiting });
  }

  /** Sends what is whole, one after another. @returns whether something has to be mended first */
  async submit(onReceived: (accepted: Accepted) => void): Promise<boolean> {
    const { campaign } = this.#host;
    const works = this.waiting;
    this.teacherFaults = teacherFaults(this.teacher);
    this.workFaults = new Map(works.map(({ key, values }) => [key, workFaults(values, campaign)]));
    this.problems = new Map();
    this.#host.requestUpdate();
    if (this.teacherFaults.size > 0 || [...this.workFaults.values()].some(({ size }) => size > 0))
      return true;
    this.#stop = new AbortController();
    try {
      for (const [index, work] of works.entries()) {
        this.#show({ key: work.key, nth: index + 1, of: works.length, share: 0 });
        await this.#sendOne(work, this.#stop.signal, onReceived);
      }
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === "AbortError")) throw cause;
    } finally {
      this.#show(undefined);
    }
    return false;
  }

  stop(): void {
    this.#stop?.abort();
  }

  async #sendOne(
    work: ClassWork,
    signal: AbortSignal,
    onReceived: (accepted: Accepted) => void,
  ): Promise<void> {
    const { address, campaign } = this.#host;
    const drawing = this.drawings.get(work.key);
    if (!drawing) return;
    this.#change(work.key, (it) => ({ ...it, isUnsettled: true }));
    const step = (change: Partial<Sending>) => this.sending && this.#show({ ...this.sending, ...change });
    try {
      const accepted = await persistently(
        () =>
          this.#whenLet(signal, step, () =>
            sendEntry(address, `${campaignPath(campaign.slug)}/class-entries`, {
              key: work.key,
              file: drawing.file,
              parts: classParts(this.teacher, work.values),
              onProgress: (share) => step({ share, waits: undefined }),
              signal,
            }),
          ),
        { onPause: () => step({ waits: "connection" }), wait: (ms) => untilOnline(ms, signal) },
      );
      const { id, number, code } = accepted.entry;
      const received = { id, number, code, token: accepted.token };
      this.#change(work.key, (it) => ({ ...it, isUnsettled: undefined, received }));
      void this.#pictures.clear(this.#pictureKey(work.key));
      onReceived(accepted);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.decided) this.#change(work.key, (it) => ({ ...it, isUnsettled: undefined }));
      this.problems = new Map(this.problems).set(work.key, problem);
      this.#host.requestUpdate();
    }
  }

  /** A class is more than a family: when the server asks to wait, it is waited, and told for how long. */
  async #whenLet<Answer>(
    signal: AbortSignal,
    step: (change: Partial<Sending>) => void,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    for (;;) {
      try {
        return await send();
      } catch (problem) {
        if (!(problem instanceof Problem) || problem.code !== "rate_limited") throw problem;
        const ms = (problem.retryAfterSeconds ?? 60) * 1000;
        step({ waits: { minutes: Math.ceil(ms / MINUTE_MS) } });
        await untilOnline(ms, signal);
      }
    }
  }

  async #recall(): Promise<void> {
    for (const { key } of this.waiting) {
      const kept = await this.#pictures.read(this.#pictureKey(key));
      if (kept) this.drawings = new Map(this.drawings).set(key, await openDrawing(kept.file));
      else this.remove(key);
      this.#host.requestUpdate();
    }
  }

  /** Kept as it will be sent, so that a repeat after a reload is the same to the last byte. */
  async #keepPicture(key: string, drawing: Drawing): Promise<void> {
    const file = await fileToSend(drawing, this.#host.campaign.limits.minLongSidePx);
    this.drawings = new Map(this.drawings).set(key, { ...drawing, file, quarterTurns: 0 });
    await this.#pictures.write(this.#pictureKey(key), { file, quarterTurns: 0 });
  }

  #change(key: string, change: (work: ClassWork) => ClassWork): void {
    this.#keep({
      ...this.#class,
      works: this.#class.works.map((work) => (work.key === key ? change(work) : work)),
    });
  }

  #pictureKey(key: string): string {
    return `${this.#key}:${key}`;
  }

  #keep(kept: KeptClass): void {
    this.#class = kept;
    this.#keeper?.write(kept);
    this.#host.requestUpdate();
  }

  #show(sending: Sending | undefined): void {
    this.sending = sending;
    this.#host.requestUpdate();
  }
}
