import type { Plugin } from "vite";

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly tag?: { readonly name?: string };
  readonly quasi?: { readonly quasis: readonly Node[] };
}

/** Puts the html`…` templates on one line: indentation is for who reads the source. */
export function shortTemplates(): Plugin {
  return {
    name: "short-templates",
    apply: "build",
    transform: {
      order: "post",
      filter: { id: /\/packages\/(ui|widget)\/src\/.*\.ts$/, code: "html`" },
      handler(code) {
        const places: Node[] = [];
        gather(this.parse(code), places);
        let short = code;
        for (const { start, end } of places.sort((one, other) => other.start - one.start))
          short =
            short.slice(0, start) + short.slice(start, end).replace(/\s*\n\s*/g, " ") + short.slice(end);
        return short;
      },
    },
  };
}

/** The still parts of every html template below a node. */
function gather(node: unknown, places: Node[]): void {
  if (Array.isArray(node)) return node.forEach((one) => gather(one, places));
  if (typeof node !== "object" || node === null) return;
  const { type, tag, quasi } = node as Node;
  if (type === "TaggedTemplateExpression" && tag?.name === "html") places.push(...(quasi?.quasis ?? []));
  for (const inner of Object.values(node)) gather(inner, places);
}
