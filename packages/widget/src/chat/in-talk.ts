import { proseStyles } from "@veche/ui/markdown/styles.ts";
import { answerStyles } from "./answer-styles.ts";

/** What the panel shows only once a talk has begun: fetched when somebody begins to write. */
export { aboutButton } from "./about-button.ts";
export { erasedFace, faultFace } from "./refused.ts";
export { message, unsent } from "./message.ts";
export { limit } from "./limit.ts";
export { pauseFace, queueFace } from "./waiting.ts";
export { ring, soundSwitch } from "./sound.ts";
export { typing } from "./typing.ts";
export const styles = [proseStyles, answerStyles];
