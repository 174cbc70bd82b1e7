declare module "heic-decode" {
  /** Decodes the primary picture: RGBA rows, 8 bit, width × height × 4 bytes. */
  export default function decode(input: {
    readonly buffer: Uint8Array;
  }): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
}
