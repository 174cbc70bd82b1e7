import type { Plugin } from "vite";

const RUNTIME = /^assets\/rolldown-runtime-/;
const IMPORTED = /import\{(\w+) as (\w+)\}from"\.\/rolldown-runtime-[\w-]+\.js";/;

/** Puts the bundler's helper of a hundred bytes into the files that use it: as a file it costs each a request. */
export function inlineRuntime(): Plugin {
  return {
    name: "inline-runtime",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const name = Object.keys(bundle).find((file) => RUNTIME.test(file));
      const runtime = name === undefined ? undefined : bundle[name];
      if (!name || runtime?.type !== "chunk") return;
      for (const file of Object.values(bundle)) {
        if (file.type !== "chunk" || file === runtime) continue;
        file.code = file.code.replace(IMPORTED, (_whole, exported: string, local: string) => {
          const helper = runtime.code.replace(/export\{.*$/s, "");
          return `var ${local}=(()=>{${helper}return ${exported}})();`;
        });
        if (file.code.includes("rolldown-runtime"))
          throw new Error("the bundler imports its helper in another way now");
        file.imports = file.imports.filter((imported) => imported !== name);
      }
      delete bundle[name];
    },
  };
}
