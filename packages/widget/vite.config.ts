import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };
import { leanSocketIo } from "./build/lean-socket-io.ts";
import { pinnedCopy } from "./build/pinned-copy.ts";
import { shortStyles } from "./build/short-styles.ts";

const ROOT = import.meta.dirname;
/** What every element needs, in one file: Lit, the texts' machinery, and what `ui` exports. */
const BASE =
  /rolldown\/runtime|\/(lit(?!\/directive)|lit-element|lit-html(?!\/directive)|@lit\/(reactive-element|localize(?!\/internal\/localized))|packages\/ui\/src(?!\/(notice|panel|spinner|markdown\/(render|styles|blocks|inline))\.))\/|runtime\/src\/helpers/;
/** What reads and shows Markdown. */
const PROSE = /ui\/src\/markdown\/(render|styles|blocks|inline)/;
/** What the elements that show campaigns have in common. */
const CAMPAIGNS =
  /widget\/src\/(campaigns\/(age|campaign|dates|phase)|requests\/)|ui\/src\/panel|localized-controller/;

export default defineConfig({
  root: ROOT,
  base: "./",
  publicDir: false,
  plugins: [leanSocketIo(), shortStyles(), pinnedCopy("veche.js", manifest.version)],
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
        chunkFileNames: "assets/[name]-[hash:6].js",
        comments: { annotation: false },
        codeSplitting: {
          groups: [
            { name: "base", test: BASE },
            { name: "prose", test: PROSE },
            { name: "campaigns", test: CAMPAIGNS },
          ],
        },
      },
    },
  },
});
