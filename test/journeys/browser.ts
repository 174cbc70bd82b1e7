import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const USUAL = [
  ...["/usr/bin", "/usr/local/bin", "/snap/bin"].flatMap((folder) => NAMES.map((name) => join(folder, name))),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];
/** Small machines, and nothing that Chromium does on its own account. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium that `VECHE_CHROMIUM` names, else the system's. */
export function startBrowser(): Promise<Browser> {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const path =
    process.env["VECHE_CHROMIUM"] ??
    [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...USUAL].find((it) =>
      existsSync(it),
    );
  if (!path)
    throw new Error(
      "No Chromium was found. Set VECHE_CHROMIUM to the path of one, or run npm test, which brings one.",
    );
  return chromium.launch({ executablePath: path, args: ARGS });
}
