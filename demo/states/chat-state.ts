import type { City, State, Talk } from "./state.ts";
import type { Say } from "./tongue.ts";

interface Chat
  extends
    Partial<Pick<State, "element" | "device" | "acts" | "trouble">>,
    Pick<City, "line" | "says" | "operatorsOpen" | "alerts"> {
  readonly talk?: (say: Say) => Talk;
  readonly refusing?: (say: Say) => City;
  readonly shows: string;
}

/** A state of the chat, open unless `element` says otherwise. */
export function stateOf(name: string, title: string, chat: Chat): State {
  const {
    element = "<veche-chat open></veche-chat>",
    device,
    acts,
    trouble,
    shows,
    talk,
    refusing,
    ...always
  } = chat;
  return {
    name,
    title,
    element,
    shows,
    ...(device ? { device } : {}),
    ...(trouble ? { trouble } : {}),
    // Nothing is done before the greeting is there: so it is the same every time.
    ...(acts ? { acts: [{ wait: ".welcome" }, ...acts] } : {}),
    city: (say) => ({ ...always, ...(talk ? { talk: talk(say) } : {}), ...refusing?.(say) }),
  };
}
