import type { Acts } from "./view.ts";
import { whenNeeded } from "./when-needed.ts";

/** Pictures, emoji and the microphone; fetched by whoever uses one, or is shown a picture. */
export const tools = whenNeeded(() => import("./tools/index.ts"));

/** Puts files with the next message. Without a network to fetch the code by, nothing happens. */
export const giveTo = (act: Acts, files: readonly File[]): Promise<void> =>
  import("./tools/index.ts").then(
    ({ give }) => give(act, files),
    () => {},
  );
