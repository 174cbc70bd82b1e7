import { defineConfig } from "vite";
import manifest from "./package.json" with { type: "json" };
import { pinnedCopy } from "./build/pinned-copy.ts";
import { shortStyles } from "./build/short-styles.ts";

const ROOT = import.meta.dirname;

export default defineConfig({
  root: ROOT,
  base: "./",
  publicDir: false,
  plugins: [shortStyles(), pinnedCopy("veche.js", manifest.version)],
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
        chunkFileNames: "assets/[name]-[hash].js",
        codeSplitting: {
          groups: [{ name: "base", test: /\/(lit|lit-html|lit-element|@lit|packages\/ui|widget\/src\/requests)\// }],
        },
      },
    },
  },
});
