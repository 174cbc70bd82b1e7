export { breath } from "./breath.ts";
export { buttonStyles } from "./button.ts";
export {
  dateLocale,
  localeOf,
  pageLocale,
  speak,
  spokenLocale,
  type Locale,
  type TextPack,
} from "./locale.ts";
export {
  chooseLowVision,
  COLOURS,
  LETTERS,
  lowVision,
  onLowVision,
  showLowVision,
  USUAL_SIGHT,
  type LowVision,
} from "./low-vision.ts";
export { noticeStyles } from "./notice-styles.ts";
export { reset } from "./reset.ts";
export { ResidentElement } from "./resident-element.ts";
export { tokens } from "./tokens.ts";
