import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Message } from "@veche/protocol";
import type { Locale } from "@veche/ui";
import { icon } from "./icons.ts";
import type { View } from "./view.ts";

const loudIcon = icon(
  "M3 9v6h4l5 5V4L7 9zm12.5-.9v7.8a4.5 4.5 0 0 0 0-7.8zM14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z",
);
let spoken: Message | undefined;

/** Of the language, and spoken by the device itself: others would be told every answer. */
const voiceOf = (locale: Locale) =>
  globalThis.speechSynthesis
    ?.getVoices()
    .find(({ lang, localService }) => localService && lang.toLowerCase().startsWith(locale));

/** Reads an answer aloud, where the device has a voice for it. */
export function speakButton(one: Message, { act, locale }: View) {
  const voice = voiceOf(locale);
  if (!voice) return nothing;
  const on = spoken === one;
  const turn = () => {
    speechSynthesis.cancel();
    spoken = on ? undefined : one;
    if (spoken) read(one.text, voice, () => spoken === one && ((spoken = undefined), act.show()));
    act.show();
  };
  return html`<button
    class="button quiet icon listen"
    aria-label=${msg("Прочитать вслух")}
    aria-pressed=${on ? "true" : "false"}
    @click=${turn}
  >
    ${loudIcon}
  </button>`;
}

function read(text: string, voice: SpeechSynthesisVoice, ended: () => void): void {
  const words = new SpeechSynthesisUtterance(
    text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`#|>]/g, ""),
  );
  words.voice = voice;
  words.lang = voice.lang;
  words.onend = words.onerror = ended;
  speechSynthesis.speak(words);
}
