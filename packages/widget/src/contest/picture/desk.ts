import { chosenDrawing } from "./chosen-drawing.ts";
import { fileToSend, fingerprintOf, openDrawing, turned, unfitness } from "./drawing.ts";
import { createDrawingKeeper } from "./drawing-keeper.ts";
import { unfitText } from "./unfit-text.ts";

/** What a picked picture needs; it is fetched with the first picture. */
export const desk = {
  chosenDrawing,
  createDrawingKeeper,
  fileToSend,
  fingerprintOf,
  openDrawing,
  turned,
  unfitness,
  unfitText,
};
