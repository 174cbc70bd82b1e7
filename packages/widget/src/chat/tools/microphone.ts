import { msg } from "@lit/localize";
import { html, nothing } from "lit";
import type { Locale } from "@veche/ui";
import { icon } from "../icons.ts";
import type { Acts, View } from "../view.ts";

/** What is used of the browsers' speech recognition, which TypeScript does not describe. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: (event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void;
  onerror: (event: { readonly error: string }) => void;
  onend: () => void;
  start(): void;
  stop(): void;
}
type Recogniser = new () => Recognition;

const microphoneIcon = icon(
  "M12 2a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V5a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 6 6.9V22h2v-4.1a7 7 0 0 0 6-6.9h-2a5 5 0 0 1-10 0z",
);
const SPOKEN: Readonly<Record<Locale, string>> = { ru: "ru-RU", en: "en-GB" };

let hearing: Recognition | undefined;
/** Why nothing was heard, until the next try. */
let trouble: "denied" | "failed" | undefined;

function recogniser(): Recogniser | undefined {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: Recogniser;
    webkitSpeechRecognition?: Recogniser;
  };
  return SpeechRecognition ?? webkitSpeechRecognition;
}

/** Says words into the field, where the browser can hear. */
export function microphone(view: View) {
  const Listener = recogniser();
  if (!Listener) return nothing;
  return html`<button
      type="button"
      class="button quiet"
      aria-pressed=${hearing ? "true" : "false"}
      @click=${() => (hearing ? hearing.stop() : listen(Listener, view))}
    >
      ${microphoneIcon} ${hearing ? msg("Хватит слушать") : msg("Голосом")}
    </button>
    <p class="small" role="status">${remark()}</p>`;
}

function remark() {
  if (hearing)
    return msg("Говорите. Речь распознаёт браузер, а не город: его изготовитель может её слышать.");
  if (trouble === "denied") return msg("Браузер не пускает к микрофону. Разрешите его для этой страницы.");
  return trouble ? msg("Не расслышали. Попробуйте ещё раз или напишите.") : "";
}

function listen(Listener: Recogniser, { act, draft, locale }: View): void {
  const heard = new Listener();
  heard.lang = SPOKEN[locale];
  heard.continuous = true;
  heard.interimResults = true;
  const before = draft && `${draft.trimEnd()} `;
  heard.onresult = ({ results }) => {
    const words = Array.from(results, (guesses) => guesses[0]?.transcript.trim() ?? "").join(" ");
    act.write(before + words);
  };
  heard.onerror = ({ error }) => {
    if (error === "aborted") return;
    trouble = error === "not-allowed" || error === "service-not-allowed" ? "denied" : "failed";
  };
  heard.onend = () => end(act);
  trouble = undefined;
  hearing = heard;
  heard.start();
  act.show();
}

function end(act: Acts): void {
  hearing = undefined;
  act.show();
}
