import { transform } from "lightningcss";
import type { Plugin } from "vite";

const TEMPLATE = /\bcss`([^`$\\]*)`/g;

/** Of a browser that nobody has changed. */
const REM_PX = 16;

/**
 * Minifies the css`…` templates that hold no expression: the bundler leaves strings as they are written. A `rem` is
 * of the host page's root, whose letters may have any size: what says it gets pixels.
 */
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
  const { code } = transform({
    filename,
    code: Buffer.from(css),
    minify: true,
    visitor: {
      Length: ({ unit, value }) => (unit === "rem" ? { unit: "px", value: value * REM_PX } : undefined),
    },
  });
  return code.toString().replaceAll("\\", "\\\\");
}
