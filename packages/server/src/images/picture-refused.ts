import type { PictureFault } from "./rules.ts";

/** The file itself is at fault. Inside the image process only: outside it becomes a Refusal. */
export class PictureRefused extends Error {
  override readonly name = "PictureRefused";
  readonly fault: PictureFault;
  constructor(fault: PictureFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}
