import type { View } from "./view.ts";
import { whenNeeded } from "./when-needed.ts";

const inTalk = whenNeeded(() => import("./in-talk.ts"));

/** What a talk needs to be shown, or nothing while it is being fetched. */
export const talk = ({ act }: View) => inTalk(act);

/** Lets an operator's message be heard, where that is wanted. */
export const ring = (server: string): void => inTalk()?.ring(server);

/** Whether an operator's message is heard. */
export const soundSwitch = (view: View) => talk(view)?.soundSwitch(view);

/** Fetches it before the first answer needs it. */
export const fetchTalk = (): void => void inTalk();
