import type { PictureEdits } from "@veche/protocol";
import { expect, test } from "vitest";
import { covered, cropped, partBetween, turned } from "./picture-edits.ts";

const plain: PictureEdits = { look: "page", turn: 0, covers: [] };
const corner = { x: 0, y: 0, width: 0.25, height: 0.5 };

test("four quarter turns bring everything back", () => {
  const edits = cropped(covered(plain, corner), { x: 0.5, y: 0.25, width: 0.5, height: 0.25 });
  expect(turned(turned(turned(turned(edits))))).toEqual(edits);
  expect(turned(edits).covers).toEqual([{ x: 0.5, y: 0, width: 0.5, height: 0.25 }]);
});

test("what is covered on a cropped picture is covered at the same place of the whole", () => {
  const half = cropped(plain, { x: 0.5, y: 0, width: 0.5, height: 1 });
  expect(covered(half, corner).covers).toEqual([{ x: 0.5, y: 0, width: 0.125, height: 0.5 }]);
});

test("a part is drawn from any corner and ends at the picture's edge", () => {
  expect(partBetween({ x: 1.5, y: 0.75 }, { x: 0.5, y: -1 })).toEqual({
    x: 0.5,
    y: 0,
    width: 0.5,
    height: 0.75,
  });
});
