import type { City, State } from "./state.ts";
import { stateNamed } from "./states.ts";
import { isTongue, type Say, sayIn, type Tongue } from "./tongue.ts";

export interface AskedFrom {
  readonly state: State;
  readonly tongue: Tongue;
  readonly say: Say;
  readonly city: City;
}

/** Reads the state's page out of its address, `/ru/answer`: what is asked from it is answered as that state has it. */
export function askedFrom(address: string | undefined): AskedFrom | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const [, tongue, name] = new URL(address).pathname.split("/");
  const state = stateNamed(name);
  if (!state || !isTongue(tongue)) return undefined;
  const say = sayIn(tongue);
  return { state, tongue, say, city: state.city(say) };
}
