import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const replacement = (name: string) => fileURLToPath(new URL(`../src/vaadin/${name}`, import.meta.url));

/**
 * Lets Vaadin's components run under `style-src 'self'`: the two modules that write `<style>` elements are
 * replaced by ones that adopt style sheets. The usage statistics are replaced by nothing.
 */
export function vaadinUnderStrictPolicy(): Plugin {
  const replaced = [
    [/component-base\/src\/css-utils\.js$|^(\.\.?\/)+css-utils\.js$/, replacement("css-utils.ts")],
    [/slot-styles-mixin\.js$/, replacement("slot-styles-mixin.ts")],
    [/^@vaadin\/vaadin-usage-statistics/, replacement("no-statistics.ts")],
  ] as const;
  return {
    name: "veche-vaadin",
    enforce: "pre",
    resolveId(id, importer) {
      const found = replaced.find(([pattern]) => pattern.test(id));
      if (!found) return undefined;
      // A relative css-utils.js is meant only inside component-base; the theme's has the same name.
      if (id.startsWith(".") && !importer?.includes("/component-base/")) return undefined;
      return found[1];
    },
  };
}
