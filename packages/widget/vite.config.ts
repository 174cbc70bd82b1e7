import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };
import { leanSocketIo } from "./build/lean-socket-io.ts";
import { pinnedCopy } from "./build/pinned-copy.ts";
import { shortStyles } from "./build/short-styles.ts";

const ROOT = import.meta.dirname;
/** What every element needs, in one file: Lit, the texts' machinery, what `ui` exports, and asking the server. */
const BASE =
  /rolldown\/runtime|\/(lit(?!\/directive)|lit-element|lit-html(?!\/directive)|@lit\/(reactive-element|localize)|packages\/ui\/src(?!\/(notice|spinner|markdown\/(render|blocks|inline))\.))\/|requests\/(ask|problem)\.ts|runtime\/src\/helpers/;
/** What the elements that show campaigns have in common. */
const CAMPAIGNS = /widget\/src\/(campaigns\/(age|campaign|dates|phase)|requests\/(loading|trouble))/;

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
        codeSplitting: {
          groups: [
            { name: "base", test: BASE },
            { name: "campaigns", test: CAMPAIGNS },
          ],
        },
      },
    },
  },
});
