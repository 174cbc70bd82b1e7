import type { Campaign } from "@veche/protocol";
import type { TemplateResult } from "lit";
import { type Desk, fetchDesk } from "./fetched.ts";
import type { Drawing } from "./picture/drawing.ts";

interface DeskParts {
  readonly campaign: () => Campaign;
  /** Under which the device keeps the picture. */
  readonly key: () => string;
  readonly onChange: () => void;
  /** A picked file that can not be taken; says why. */
  readonly onUnfit: (words: () => string) => void;
}

const MEGABYTE = 1024 * 1024;

/** Remembers the picked picture, kept on the device under a key until it is sent. */
export class PictureDesk {
  isOpening = false;
  drawing: Drawing | undefined;
  readonly #parts: DeskParts;
  #tools: Desk | undefined;
  #sent: File | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  get isPicked(): boolean {
    return this.drawing !== undefined;
  }

  /** The picture with its advice and what can be done with it. */
  get view(): TemplateResult | undefined {
    return this.drawing && this.#tools?.chosenDrawing(this.drawing, () => this.#turn());
  }

  async pick(file: File): Promise<void> {
    this.#opening(true);
    const desk = await this.#open();
    const { maxFileMb, minLongSidePx } = this.#parts.campaign().limits;
    const unfit = desk.unfitness(file, maxFileMb * MEGABYTE);
    if (unfit) {
      this.isOpening = false;
      return this.#parts.onUnfit(() => desk.unfitText(unfit, maxFileMb));
    }
    this.drawing = await desk.openDrawing(file, minLongSidePx);
    this.#opening(false);
    await desk.createDrawingKeeper().write(this.#parts.key(), { file, quarterTurns: 0 });
  }

  /** Brings back what was picked before a reload. */
  async recall(): Promise<void> {
    const desk = await this.#open();
    const kept = await desk.createDrawingKeeper().read(this.#parts.key());
    if (!kept || this.drawing) return;
    let drawing = await desk.openDrawing(kept.file, this.#parts.campaign().limits.minLongSidePx);
    for (let turn = 0; turn < kept.quarterTurns; turn += 1) drawing = desk.turned(drawing);
    this.drawing = drawing;
    this.#parts.onChange();
  }

  /** What is to be sent of the picture; nothing where none was picked. */
  async ready(): Promise<{ drawing: string; file: File | undefined }> {
    if (!this.drawing) return { drawing: "", file: undefined };
    const desk = await this.#open();
    const file = await desk.fileToSend(this.drawing, this.#parts.campaign().limits.minLongSidePx);
    return { drawing: desk.fingerprintOf(this.drawing), file };
  }

  /** The very file that was sent without an answer, where the device still has it. */
  async sent(): Promise<File | undefined> {
    if (this.#sent) return this.#sent;
    const desk = await this.#open();
    return (await desk.createDrawingKeeper().read(this.#sentKey))?.file;
  }

  keepSent(file: File | undefined): void {
    this.#sent = file;
    if (file) void this.#tools?.createDrawingKeeper().write(this.#sentKey, { file, quarterTurns: 0 });
  }

  /** Nothing is kept on the device any more; what is shown stays. */
  clear(): void {
    this.#sent = undefined;
    const keeper = this.#tools?.createDrawingKeeper();
    void keeper?.clear(this.#parts.key());
    void keeper?.clear(this.#sentKey);
  }

  /** The work goes without it after all, or the next one begins. */
  reset(): void {
    this.drawing = undefined;
    void this.#tools?.createDrawingKeeper().clear(this.#parts.key());
    this.#parts.onChange();
  }

  #turn(): void {
    if (!this.drawing || !this.#tools) return;
    this.drawing = this.#tools.turned(this.drawing);
    const { file, quarterTurns } = this.drawing;
    void this.#tools.createDrawingKeeper().write(this.#parts.key(), { file, quarterTurns });
    this.#parts.onChange();
  }

  #opening(isOpening: boolean): void {
    this.isOpening = isOpening;
    this.#parts.onChange();
  }

  get #sentKey(): string {
    return `${this.#parts.key()}:sent`;
  }

  async #open(): Promise<Desk> {
    return (this.#tools ??= await fetchDesk());
  }
}
