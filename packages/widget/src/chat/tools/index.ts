import { toolsStyles } from "./tools-styles.ts";

export { bar } from "./bar.ts";
export { shots } from "./shots.ts";
export { give } from "./tray.ts";
export const styles = [toolsStyles];
