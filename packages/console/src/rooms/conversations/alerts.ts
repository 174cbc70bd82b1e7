import { msg } from "@lit/localize";
import type { QueueItem } from "@veche/protocol";
import { isUnread, type Queue, type Seen } from "./queue.ts";

const KEY = "veche.alerts";
const BEEP_SECONDS = 0.18;

/** Tells an operator who looks elsewhere: by sound, by the tab's title, by the system. Kept on this computer. */
export class Alerts {
  #known: ReadonlyMap<string, string> | undefined;
  #title = "";
  #sound: AudioContext | undefined;

  get wanted(): boolean {
    return localStorage.getItem(KEY) === "on";
  }

  /** Browsers ask for notifications, and allow sound, only from a person's own act. */
  async want(wanted: boolean): Promise<void> {
    localStorage.setItem(KEY, wanted ? "on" : "off");
    if (!wanted) return;
    this.#beep();
    if ("Notification" in window && Notification.permission === "default")
      await Notification.requestPermission();
  }

  /** What came since the last time is told once; the first look tells nothing. */
  look(queue: Queue, seen: Seen, me: string): void {
    const unread = [...queue.values()].filter((item) => isUnread(item, seen, me));
    this.#entitle(unread.length);
    const before = this.#known;
    this.#known = new Map(unread.map(({ id, updatedAt }) => [id, updatedAt]));
    const fresh = before && unread.filter(({ id, updatedAt }) => before.get(id) !== updatedAt);
    const [first] = fresh ?? [];
    if (!first || !this.wanted) return;
    this.#beep();
    if (document.visibilityState === "hidden") notify(first);
  }

  leave(): void {
    if (this.#title) document.title = this.#title;
  }

  #entitle(unread: number): void {
    const plain = document.title.replace(/^\(\d+\) /, "");
    this.#title = plain;
    const title = unread > 0 ? `(${unread}) ${plain}` : plain;
    if (document.title !== title) document.title = title;
  }

  #beep(): void {
    this.#sound ??= new AudioContext();
    const { currentTime, destination } = this.#sound;
    const tone = this.#sound.createOscillator();
    const volume = this.#sound.createGain();
    tone.frequency.value = 660;
    volume.gain.setValueAtTime(0.08, currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, currentTime + BEEP_SECONDS);
    tone.connect(volume).connect(destination);
    tone.start();
    tone.stop(currentTime + BEEP_SECONDS);
  }
}

function notify({ id, preview }: QueueItem): void {
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const notification = new Notification(msg("Новое обращение"), { body: preview, tag: id });
  notification.addEventListener("click", () => window.focus());
}
