// Finds a Chromium for the journeys: the one named, the system's, or else the one that the test package brings.
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { giveUp, root, run } from "./workspace.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** @returns {Promise<string>} path of a Chromium that starts */
export async function findBrowser(progress) {
  const named = process.env.VECHE_CHROMIUM;
  if (named)
    return (await starts(named)) ? named : giveUp(`VECHE_CHROMIUM names ${named}, which does not start.`);
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  for (const path of candidates) if (existsSync(path) && (await starts(path))) return path;

  const brought = await unpack(progress);
  if (brought && (await starts(brought))) return brought;
  return giveUp(
    "There is no Chromium here, and the one that the tests bring does not start on this machine. " +
      "Install Chromium or Chrome, or set VECHE_CHROMIUM to its path, and try again.",
  );
}

async function starts(path) {
  const { code, output } = await run([path, "--version"], { timeoutMs: 15_000 });
  return code === 0 && /\d+\.\d+/.test(output);
}

/** Unpacks the Chromium of `@sparticuz/chromium` with the libraries it was made for; x64 and Linux only. */
async function unpack(progress) {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const pack = join(root, "test", "node_modules", "@sparticuz", "chromium");
  const folder = join(root, "node_modules", ".veche", "chromium");
  const launcher = join(folder, "chromium.sh");
  if (existsSync(launcher)) return launcher;

  const step = progress.begin("Unpacking a browser for the tests");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // The package unpacks into the folder for temporary files and reads it anew each time.
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  const { inflate } = await import(pathToFileURL(join(pack, "build", "lambdafs.js")).href);
  for (const file of ["chromium.br", "al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br"])
    await inflate(join(pack, "bin", file));
  if (temporary === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = temporary;
  writeFileSync(join(folder, "fonts.conf"), fontsConfiguration(folder));
  writeFileSync(launcher, launcherScript(folder), { mode: 0o755 });
  step.done();
  return launcher;
}

const launcherScript = (folder) => `#!/bin/sh
export LD_LIBRARY_PATH="${folder}/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE="${folder}/fonts.conf"
exec "${folder}/chromium" --no-zygote --disable-setuid-sandbox "$@"
`;

const fontsConfiguration = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
