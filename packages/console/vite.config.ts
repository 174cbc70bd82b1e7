import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { routesFromOperations } from "./build/routes-plugin.ts";
import { vaadinUnderStrictPolicy } from "./build/vaadin-plugin.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "/console/",
  plugins: [routesFromOperations(), vaadinUnderStrictPolicy()],
  resolve: { dedupe: ["lit", "lit-html", "lit-element", "@lit/reactive-element"] },
  build: {
    target: "es2022",
    // The security policy has no data: fonts or scripts; small assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
