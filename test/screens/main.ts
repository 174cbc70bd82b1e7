import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDemoCity } from "../journeys/demo-city.ts";
import { loadedDemoCity } from "../journeys/demo-city.setup.ts";
import { chatScenes } from "./chat-scenes.ts";
import { consoleScenes } from "./console-scenes.ts";
import { contestScenes } from "./contest-scenes.ts";
import { LANGUAGES, type Look, nameOf, perform, SCHEMES, SCREENSHOTS, SIZES } from "./stage.ts";
import { townScenes } from "./town-scenes.ts";

/*
 * Takes pictures of everything that people see, for people to look at:
 *   node test/screens/main.ts [beginnings of scenes' names] [--width 360] [--scheme dark] [--language en]
 * They come into test/screenshots, with an index.html that shows them side by side.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { width: { type: "string" }, scheme: { type: "string" }, language: { type: "string" } },
});

const looks: Look[] = SIZES.flatMap((size) =>
  SCHEMES.flatMap((scheme) => LANGUAGES.map((language) => ({ size, scheme, language }))),
).filter(
  ({ size, scheme, language }) =>
    (!values.width || String(size.width) === values.width) &&
    (!values.scheme || scheme === values.scheme) &&
    (!values.language || language === values.language),
);
const scenes = [...townScenes, ...chatScenes, ...contestScenes, ...consoleScenes].filter(
  ({ name }) => positionals.length === 0 || positionals.some((beginning) => name.startsWith(beginning)),
);

async function performAll(): Promise<number> {
  const loaded = await loadedDemoCity();
  const city = await openDemoCity(loaded.folder, { VECHE_DEMO: "1" });
  let failed = 0;
  try {
    for (const scene of scenes)
      for (const look of looks)
        await perform(scene, look, city).catch((error: unknown) => {
          failed += 1;
          console.log(
            `${scene.name} ${nameOf(look)}: ${error instanceof Error ? error.message : String(error)}`,
          );
        });
  } finally {
    await city.close();
    await loaded.remove();
  }
  return failed;
}

/** All pictures of one thing in a row. */
function writeIndex(): void {
  const rows = readdirSync(SCREENSHOTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const files = readdirSync(join(SCREENSHOTS, name)).filter((file) => file.endsWith(".png"));
      const pictures = files.map(
        (file) =>
          `<figure><a href="${name}/${file}"><img src="${name}/${file}" width="240" loading="lazy" alt=""></a><figcaption>${file}</figcaption></figure>`,
      );
      return `<h2>${name}</h2><div style="display:flex;gap:8px;align-items:start;overflow:auto">${pictures.join("")}</div>`;
    });
  writeFileSync(
    join(SCREENSHOTS, "index.html"),
    `<!doctype html><meta charset="utf-8"><title>Veche</title>${rows.join("\n")}`,
  );
}

const failed = await performAll();
writeIndex();
console.log(
  `${scenes.length * looks.length - failed} of ${scenes.length * looks.length} scenes are in ${SCREENSHOTS}`,
);
process.exitCode = failed > 0 ? 1 : 0;
