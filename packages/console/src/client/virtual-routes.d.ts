declare module "virtual:routes" {
  import type { Routes } from "./route.ts";

  export const routes: Routes;
}
