/** Numbers that grow at their end, in one typed array instead of a heap of boxed ones. */
export interface Growing<Numbers extends Uint32Array | Float32Array> {
  readonly length: number;
  push(value: number): void;
  /** All numbers so far; what is pushed later doesn't change them. */
  all(): Numbers;
  at(place: number): number;
}

export function growingUint32(): Growing<Uint32Array> {
  return growing((length) => new Uint32Array(length));
}

export function growingFloat32(): Growing<Float32Array> {
  return growing((length) => new Float32Array(length));
}

const FIRST_LENGTH = 256;

function growing<Numbers extends Uint32Array | Float32Array>(
  make: (length: number) => Numbers,
): Growing<Numbers> {
  let held = make(FIRST_LENGTH);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push(value) {
      if (length === held.length) {
        const wider = make(length * 2);
        wider.set(held);
        held = wider;
      }
      held[length++] = value;
    },
    all() {
      const exact = make(length);
      exact.set(held.subarray(0, length));
      return exact;
    },
    at: (place) => held[place] ?? 0,
  };
}
