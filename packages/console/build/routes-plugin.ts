import { operations } from "@veche/protocol";
import type { Plugin } from "vite";
import { routesOf } from "./routes.ts";

const NAME = "virtual:routes";

/** Gives the browser `virtual:routes`: where each operation is asked, without the schemas themselves. */
export function routesFromOperations(): Plugin {
  return {
    name: "veche-routes",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) =>
      id === `\0${NAME}` ? `export const routes = ${JSON.stringify(routesOf(operations))};` : undefined,
  };
}
