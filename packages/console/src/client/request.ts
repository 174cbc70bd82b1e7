import type { HttpRoute } from "./route.ts";

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
}

type Input = Readonly<Record<string, unknown>>;

/**
 * Puts an operation's input where the server looks for it: path, query or JSON body.
 *
 * @throws TypeError when a part of the path is missing
 */
export function requestOf(route: HttpRoute, input: Input): Request {
  const inPath = new Set<string>();
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    inPath.add(name);
    return encodeURIComponent(partOf(input, name, route.path));
  });
  const rest = Object.entries(input).filter(([name, value]) => !inPath.has(name) && value !== undefined);
  const goesIntoQuery = (name: string) => !route.takesBody || route.query.includes(name);

  const query = new URLSearchParams(
    rest.filter(([name]) => goesIntoQuery(name)).map(([name, value]) => [name, String(value)]),
  );
  const url = query.size > 0 ? `${path}?${query}` : path;
  if (!route.takesBody) return { method: route.method, url };
  const body = Object.fromEntries(rest.filter(([name]) => !goesIntoQuery(name)));
  return { method: route.method, url, body: JSON.stringify(body) };
}

function partOf(input: Input, name: string, path: string): string {
  const value = input[name];
  if (typeof value !== "string" || value === "") throw new TypeError(`${path} needs ${name}`);
  return value;
}
