import { chatStates } from "./chat-states.ts";
import { contestStates } from "./contest-states.ts";
import { faqStates } from "./faq-states.ts";
import type { State } from "./state.ts";

/** Every face of the residents' elements. */
export const STATES: readonly State[] = [...chatStates, ...contestStates, ...faqStates];

export const stateNamed = (name: string | undefined): State | undefined =>
  STATES.find((state) => state.name === name);
