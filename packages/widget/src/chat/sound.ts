import { msg } from "@lit/localize";
import { html } from "lit";
import { browserShelf } from "../client/shelf.ts";
import { icon } from "./icons.ts";
import type { View } from "./view.ts";

const RINGS_AT_MOST_EVERY_MS = 1500;
const QUIET = 0.08;
const bell = "M12 2a6 6 0 0 0-6 6v5l-2 3v1h16v-1l-2-3V8a6 6 0 0 0-6-6zm-2.5 17a2.5 2.5 0 0 0 5 0z";
const bellOn = icon(bell);
const bellOff = icon(`${bell}M3.4 2 2 3.4 20.6 22l1.4-1.4z`);

let context: AudioContext | undefined;
let rangAt = -Infinity;

/** Whether this device wants to hear an operator's message: not unless somebody said so. */
const isOn = (server: string) => browserShelf(server).get("sound") !== undefined;

/** Turns the sound on and off; on, it is heard at once. */
export function soundSwitch({ server, act }: View) {
  const on = isOn(server);
  const turn = () => {
    browserShelf(server).put("sound", on ? undefined : "1");
    if (!on) play();
    act.show();
  };
  return html`<button class="button quiet" aria-pressed=${on ? "true" : "false"} @click=${turn}>
    ${on ? bellOn : bellOff} ${msg("Звук сообщений оператора")}
  </button>`;
}

/** Sounds once for messages that come together. */
export function ring(server: string): void {
  const now = performance.now();
  if (!isOn(server) || now - rangAt < RINGS_AT_MOST_EVERY_MS) return;
  rangAt = now;
  play();
}

/** Two soft tones. A browser that wants a gesture first stays silent. */
function play(): void {
  context ??= new AudioContext();
  void context.resume();
  const { currentTime: now, destination } = context;
  const loudness = new GainNode(context, { gain: QUIET });
  loudness.connect(destination);
  loudness.gain.setTargetAtTime(0, now + 0.2, 0.06);
  const tone = new OscillatorNode(context, { frequency: 660 });
  tone.frequency.setValueAtTime(880, now + 0.12);
  tone.connect(loudness);
  tone.start(now);
  tone.stop(now + 0.6);
}
