/** Letter size, as a multiple of the reader's own. */
export const LETTERS = ["1", "1.5", "2"] as const;
export const COLOURS = ["usual", "black-on-white", "white-on-black", "blue-on-blue"] as const;

export interface LowVision {
  readonly letters: (typeof LETTERS)[number];
  readonly colours: (typeof COLOURS)[number];
  readonly pictures: boolean;
}

export const USUAL_SIGHT: LowVision = { letters: "1", colours: "usual", pictures: true };
const KEY = "veche:low-vision";
const CHANGED = "veche-low-vision";
const listeners = new EventTarget();

/** What the reader chose on this device. Storage that is blocked or spoilt counts as nothing chosen. */
export function lowVision(): LowVision {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<LowVision>;
    return {
      letters: LETTERS.find((size) => size === kept.letters) ?? "1",
      colours: COLOURS.find((colours) => colours === kept.colours) ?? "usual",
      pictures: kept.pictures !== false,
    };
  } catch {
    return USUAL_SIGHT;
  }
}

/** Keeps the choice on the device and shows it in every element of the page. */
export function chooseLowVision(choice: LowVision): void {
  try {
    if (JSON.stringify(choice) === JSON.stringify(USUAL_SIGHT)) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
  listeners.dispatchEvent(new CustomEvent(CHANGED, { detail: choice }));
}

/** Calls back when the choice changes, on this page or in another tab. @returns stops it */
export function onLowVision(show: (choice: LowVision) => void): () => void {
  const here = (event: Event) => show((event as CustomEvent<LowVision>).detail);
  const elsewhere = (event: StorageEvent) => {
    if (event.key === KEY) show(lowVision());
  };
  listeners.addEventListener(CHANGED, here);
  addEventListener("storage", elsewhere);
  return () => {
    listeners.removeEventListener(CHANGED, here);
    removeEventListener("storage", elsewhere);
  };
}

/** Writes the choice onto an element's attributes, which the tokens read. */
export function showLowVision(element: Element, choice: LowVision): void {
  set(element, "data-letters", choice.letters === "1" ? undefined : choice.letters);
  set(element, "data-colours", choice.colours === "usual" ? undefined : choice.colours);
  set(element, "data-pictures", choice.pictures ? undefined : "off");
}

function set(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
