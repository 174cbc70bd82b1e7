import type { Plugin } from "vite";

const FETCHED = /async\(\)=>\{await import\((`[^`]+`)\)\}/g;
const TRIED = /async\(\)=>\{try\{await import\((`[^`]+`)\)\}catch\{([^{};]+)\}\}/g;

/**
 * Writes an entry's functions that only fetch a part the short way. In the source they await it and return nothing, so
 * that the bundler sees that no export is asked for.
 */
export function shortImports(entry: string): Plugin {
  return {
    name: "short-imports",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const file = bundle[entry];
      if (file?.type !== "chunk") throw new Error(`${entry} was not built`);
      const short = file.code
        .replace(FETCHED, "()=>import($1)")
        .replace(TRIED, "()=>import($1).catch(()=>$2)");
      if (short.includes("async")) throw new Error("the bundler writes the loader in another way now");
      file.code = short;
    },
  };
}
