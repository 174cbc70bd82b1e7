import type { Page } from "playwright-core";
import { expect } from "vitest";
import { stateNamed } from "../../demo/states/states.ts";
import { face } from "./states.fixture.ts";

interface Device {
  readonly spoken: { text: string; lang: string }[];
  readonly heard: { lang: string; continuous: boolean }[];
  endSpeech(): void;
  hear(...words: string[]): void;
  refuse(error: string): void;
}
const state = (name: string) => {
  const found = stateNamed(name);
  if (!found) throw new Error(`no state ${name}`);
  return found;
};
const device = <Result>(page: Page, act: (of: Device) => Result) =>
  page.evaluate<Result>(`(${act.toString()})(globalThis.device)`);

/** Chromium has neither voices nor a service that hears, on a machine like this: the device's own part is played. */
async function speakAndHear(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let speech: SpeechSynthesisUtterance | undefined;
    let listening: Recogniser | undefined;
    const result = (words: string) => [{ transcript: words }];
    class Recogniser {
      lang = "";
      continuous = false;
      onresult: (event: object) => void = () => {};
      onerror: (event: object) => void = () => {};
      onend: () => void = () => {};
      start() {
        // oxlint-disable-next-line typescript/no-this-alias -- the device knows who listens
        listening = this;
        played.heard.push({ lang: this.lang, continuous: this.continuous });
      }
      stop() {
        this.onend();
      }
    }
    const played = {
      spoken: [] as object[],
      heard: [] as object[],
      endSpeech: () => speech?.onend?.(new Event("end") as SpeechSynthesisEvent),
      hear: (...words: string[]) => listening?.onresult({ results: words.map(result) }),
      refuse(error: string) {
        listening?.onerror({ error });
        listening?.onend();
      },
    };
    Object.assign(globalThis, {
      device: played,
      SpeechRecognition: Recogniser,
      webkitSpeechRecognition: Recogniser,
    });
    const voice = { lang: "ru-RU", localService: true, name: "Голос" };
    Object.defineProperty(globalThis, "speechSynthesis", {
      value: {
        getVoices: () => [{ ...voice, localService: false }, voice],
        cancel: () => (speech = undefined),
        speak(said: SpeechSynthesisUtterance) {
          speech = said;
          played.spoken.push({ text: said.text, lang: said.lang });
        },
      },
    });
    // A voice of another making is none to the browser's own class.
    Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set() {}, configurable: true });
  });
  await page.reload();
  await page.waitForSelector("html[data-state=there]", { state: "attached" });
}

face("an answer is read aloud without its marks, and is silent when pressed again", async ({ gallery }) => {
  const { page, close, troubles } = await gallery.open(state("answer"));
  await speakAndHear(page);
  const listen = page.locator("veche-chat").getByRole("button", { name: "Прочитать вслух" });
  await listen.click();
  expect(await listen.getAttribute("aria-pressed")).toBe("true");
  const [said] = await device(page, ({ spoken }) => spoken);
  expect(said).toMatchObject({ lang: "ru-RU" });
  expect(said?.text).toContain("можно на портале госуслуг или в МФЦ");

  await listen.click();
  expect(await listen.getAttribute("aria-pressed")).toBe("false");
  await listen.click();
  await device(page, ({ endSpeech }) => endSpeech());
  await expect.poll(() => listen.getAttribute("aria-pressed")).toBe("false");
  expect(troubles()).toEqual([]);
  await close();
});

face("what is said into the microphone stands in the field, after what was there", async ({ gallery }) => {
  const { page, close, troubles } = await gallery.open(state("greeting"));
  await speakAndHear(page);
  const chat = page.locator("veche-chat");
  await chat.locator("#words").fill("Скажите,");
  await chat.getByRole("button", { name: "Добавить снимок" }).click();
  await chat.getByRole("button", { name: "Голосом", exact: true }).click();
  await chat.getByText("Речь распознаёт браузер, а не город").waitFor();
  await device(page, ({ hear }) => hear("когда дадут", " воду "));
  expect(await chat.locator("#words").inputValue()).toBe("Скажите, когда дадут воду");
  expect(await device(page, ({ heard }) => heard)).toEqual([{ lang: "ru-RU", continuous: true }]);

  await chat.getByRole("button", { name: "Хватит слушать" }).click();
  await chat.getByRole("button", { name: "Голосом", exact: true }).click();
  await device(page, ({ refuse }) => refuse("not-allowed"));
  await chat.getByText("Браузер не пускает к микрофону").waitFor();
  expect(troubles()).toEqual([]);
  await close();
});
