import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };
import { inlineRuntime } from "./build/inline-runtime.ts";
import { leanSocketIo } from "./build/lean-socket-io.ts";
import { pinnedCopy } from "./build/pinned-copy.ts";
import { shortTemplates } from "./build/short-templates.ts";
import { shortImports } from "./build/short-imports.ts";
import { shortStyles } from "./build/short-styles.ts";

const ROOT = import.meta.dirname;
/** What every element needs, in one file: Lit, the texts' machinery, and what `ui` exports. */
const BASE =
  /rolldown\/runtime|\/(lit(?!\/directive)|lit-element|lit-html(?!\/directive)|@lit\/(reactive-element|localize(?!\/internal\/localized))|packages\/ui\/src(?!\/(notice|panel|spinner|markdown\/(render|styles|blocks|inline))\.))\/|runtime\/src\/helpers|widget\/src\/chat\/when-needed/;
/** What reads and shows Markdown. */
const PROSE = /ui\/src\/markdown\/(render|styles|blocks|inline)/;
/** What the elements that show campaigns have in common. */
const CAMPAIGNS =
  /widget\/src\/(campaigns\/(age|campaign|dates|phase|written)|contest\/device-storage|requests\/)|ui\/src\/panel|localized-controller/;

/** The entry form, with what a class's and the pages after it take from it. */
const FORM =
  /widget\/src\/contest\/(agreement|consents-section|drawing-section|accepted-files|entry-(draft|fields|form|session)|fetched|field|form-styles|people-sections|picture-desk|voluntary-fields)\.ts/;
/** What sends an entry, a parent's or a class's. Nothing here is asked for by itself: that would cost a helper. */
const SENT = /widget\/src\/contest\/sending\/(?!sending|as-before|send-work|under-way)/;
/** What looks at a picked picture. */
const PICTURES = /widget\/src\/contest\/picture\/(?!desk|chosen-drawing)/;

export default defineConfig({
  root: ROOT,
  base: "./",
  publicDir: false,
  plugins: [
    leanSocketIo(),
    inlineRuntime(),
    shortStyles(),
    shortTemplates(),
    shortImports("veche.js"),
    pinnedCopy("veche.js", manifest.version),
  ],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // A library: imports stay as they are written, without the preloader of applications.
    lib: { entry: { veche: `${ROOT}/src/loader/veche.ts` }, formats: ["es"] },
    reportCompressedSize: false,
    rolldownOptions: {
      preserveEntrySignatures: false,
      output: {
        minify: true,
        entryFileNames: "[name].js",
        // They stand in the loader, where each character costs.
        hashCharacters: "hex",
        chunkFileNames: "assets/[name]-[hash:6].js",
        comments: { annotation: false },
        codeSplitting: {
          groups: [
            { name: "base", test: BASE },
            { name: "prose", test: PROSE },
            { name: "campaigns", test: CAMPAIGNS },
            { name: "entry-form", test: FORM },
            { name: "sent", test: SENT },
            { name: "pictures", test: PICTURES },
          ],
        },
      },
    },
  },
});
