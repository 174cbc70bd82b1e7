import { laterStyles } from "../later-styles.ts";
import { asBefore } from "./as-before.ts";
import { faultsOf, placeOf } from "./entry-faults.ts";
import { faultText, problemText } from "./fault-texts.ts";
import { sendWork } from "./send-work.ts";
import { underWay } from "./under-way.ts";
import { workInWords } from "../words-section.ts";

/** What a form needs once somebody writes in it, or at once where the work is words; it is fetched then, so that the form opens sooner. */
export const later = {
  asBefore,
  faultsOf,
  faultText,
  laterStyles,
  placeOf,
  problemText,
  sendWork,
  underWay,
  workInWords,
};
