import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { escape } from "./html.ts";

type Language = "ru" | "en";
type Values = Readonly<Record<string, string>>;

/** A page's own part: what stands between the town's header and footer. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** The same page in the other language. */
  readonly other: string;
  /** The section of the menu to mark. */
  readonly section: string;
  readonly content: string;
}

/**
 * Reads the pages: `ru/konkurs/les.html` stands at `/konkurs/les`, `en/…` at `/en/…`. A page begins with a
 * comment of `name: value` lines; `{{name}}` is a value, `{{> file}}` another file of `parts`.
 */
export function readPages(folder: string) {
  const part = (name: string) => readFileSync(join(folder, "parts", name), "utf8");
  const include = (html: string): string =>
    html.replace(/\{\{> ([\w.]+)\}\}/g, (_, name: string) => include(part(name)));
  const layouts = { ru: include(part("layout.ru.html")), en: include(part("layout.en.html")) };
  const pages = new Map<string, Page>();
  for (const language of ["ru", "en"] as const)
    for (const file of htmlFiles(join(folder, language))) {
      const name = relative(join(folder, language), file)
        .split(sep)
        .join("/")
        .replace(/\.html$/, "");
      const path = (language === "en" ? "/en/" : "/") + (name === "index" ? "" : name);
      const address = path.length > 1 ? path.replace(/\/$/, "") : path;
      pages.set(address, parse(include(readFileSync(file, "utf8")), name));
    }

  const around = (page: Page, language: Language, values: Values) =>
    layouts[language]
      .replace(`data-nav="${page.section}"`, 'aria-current="true"')
      .replaceAll(/ data-nav="[^"]*"/g, "")
      .replaceAll("{{content}}", () => page.content)
      .replaceAll(/\{\{([\w-]+)\}\}/g, (_, name: string) => {
        if (name === "title" || name === "description" || name === "other") return escape(page[name]);
        return values[name] ?? "";
      });

  return {
    around,
    at(path: string, language: Language, values: Values): string | undefined {
      const page = path.endsWith("/404") ? undefined : pages.get(path);
      return page && around(page, language, values);
    },
    missing(language: Language, values: Values): string {
      const page = pages.get(language === "en" ? "/en/404" : "/404");
      if (!page) throw new Error("The town has no page for a missing page.");
      return around(page, language, values);
    },
  };
}

function htmlFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function parse(html: string, name: string): Page {
  const [, head = "", content = html] = /^<!--\n([\s\S]*?)-->\n([\s\S]*)$/.exec(html) ?? [];
  const fields = new Map(
    head.split("\n").map((line) => [line.split(":")[0], line.slice(line.indexOf(":") + 2)]),
  );
  const field = (key: string) => {
    const value = fields.get(key);
    if (!value) throw new Error(`The town's page ${name} does not say its ${key}.`);
    return value;
  };
  return {
    title: field("title"),
    description: field("description"),
    other: field("other"),
    section: fields.get("nav") ?? name.split("/")[0] ?? name,
    content,
  };
}
