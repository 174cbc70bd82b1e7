import { proseStyles } from "@veche/ui/markdown/styles.ts";
import { answerStyles } from "./answer-styles.ts";

/** What the panel shows only once a talk has begun: fetched when somebody begins to write. */
export { answer } from "./answer.ts";
export { limit } from "./limit.ts";
export { pauseFace, queueFace } from "./waiting.ts";
export { ring, soundButton } from "./sound.ts";
export { typing } from "./typing.ts";
export const styles = [proseStyles, answerStyles];
