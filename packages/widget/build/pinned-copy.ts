import type { Plugin } from "vite";

/** Writes the entry a second time under a name with its version, for pages that pin it with `integrity`. */
export function pinnedCopy(entry: string, version: string): Plugin {
  return {
    name: "pinned-copy",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const file = bundle[entry];
      if (file?.type !== "chunk") throw new Error(`${entry} was not built`);
      this.emitFile({ type: "asset", fileName: entry.replace(".js", `.${version}.js`), source: file.code });
    },
  };
}
