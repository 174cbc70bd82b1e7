import { transform } from "lightningcss";
import type { Plugin } from "vite";

const TEMPLATE = /\bcss`([^`$\\]*)`/g;

/** Minifies the css`…` templates that hold no expression: the bundler leaves strings as they are written. */
export function shortStyles(): Plugin {
  return {
    name: "short-styles",
    apply: "build",
    transform: {
      filter: { id: /\/packages\/(ui|widget)\/src\/.*\.ts$/ },
      handler(code, file) {
        return code.replace(TEMPLATE, (_, css: string) => `css\`${short(css, file)}\``);
      },
    },
  };
}

function short(css: string, filename: string): string {
  const { code } = transform({ filename, code: Buffer.from(css), minify: true });
  return code.toString().replaceAll("\\", "\\\\");
}
