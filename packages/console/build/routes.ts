import type { AnyOperation } from "@veche/protocol";
import type { Route, Routes } from "../src/client/route.ts";

/**
 * One row for each operation that the console may ask: method, path and which inputs go into the query,
 * or the socket event. The public's socket events are left out.
 */
export function routesOf(
  operations: Readonly<Record<string, Readonly<Record<string, AnyOperation>>>>,
): Routes {
  return Object.fromEntries(
    Object.entries(operations).map(([room, named]) => [
      room,
      Object.fromEntries(
        Object.entries(named).flatMap(([name, operation]) => {
          const route = routeOf(operation);
          return route ? [[name, route] as const] : [];
        }),
      ),
    ]),
  );
}

function routeOf(operation: AnyOperation): Route | undefined {
  if (operation.door === "socket") {
    return operation.namespace === "/staff" ? { event: operation.event } : undefined;
  }
  if (operation.output === "raw" || operation.upload) return undefined;
  return {
    method: operation.method.toUpperCase(),
    path: operation.path,
    query: keysOf(operation.query),
    takesBody: operation.body !== undefined,
  };
}

function keysOf(schema: unknown): readonly string[] {
  return schema && typeof schema === "object" && "shape" in schema ? Object.keys(schema.shape ?? {}) : [];
}
