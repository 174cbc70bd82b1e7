import { chatStates, thousandMessages } from "./chat-states.ts";
import { contestStates } from "./contest-states.ts";
import { faqStates } from "./faq-states.ts";
import type { State } from "./state.ts";

/** Every face of the residents' elements. */
export const STATES: readonly State[] = [...chatStates, ...contestStates, ...faqStates];

/** Too much to be looked at by everyone: for measurements. */
const LARGE: readonly State[] = [thousandMessages];

export const stateNamed = (name: string | undefined): State | undefined =>
  [...STATES, ...LARGE].find((state) => state.name === name);
