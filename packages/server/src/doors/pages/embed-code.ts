import { htmlEscape } from "escape-goat";
import { z } from "zod";

const SHOWN = ["chat", "contest", "gallery", "winners", "faq"] as const;
const OF_CAMPAIGN: ReadonlySet<string> = new Set(["contest", "gallery", "winners"]);
const DEFAULT_RADIUS = 12;
const oneOf = <Value extends string>(values: readonly [Value, ...Value[]]) => z.enum(values).catch(values[0]);

/** What a site owner may choose; whatever cannot be read counts as not chosen. */
const embedChoice = z.object({
  show: oneOf(SHOWN),
  campaign: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional()
    .catch(undefined),
  button: oneOf(["right", "left", "none"]),
  locale: oneOf(["page", "ru", "en"]),
  theme: oneOf(["device", "light", "dark"]),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .catch("#14599c"),
  radius: z.coerce.number().int().min(0).max(32).catch(DEFAULT_RADIUS),
  heading: z.string().trim().max(80).catch(""),
  version: oneOf(["pinned", "newest"]),
});
export type EmbedChoice = z.infer<typeof embedChoice>;

export const embedChoiceOf = (query: unknown): EmbedChoice => embedChoice.parse(query ?? {});

export interface Loader {
  /** The server's public address. */
  readonly server: string;
  readonly pinned: { readonly file: string; readonly integrity: string } | undefined;
}

/** What to paste, and where, for each kind of site. */
export interface EmbedCode {
  readonly html: string;
  readonly css: string;
  readonly wordpress: string;
  readonly bitrix: string;
  readonly tilda: string;
  readonly policy: string;
}

/** Writes the code for a choice. */
export function embedCode(choice: EmbedChoice, loader: Loader): EmbedCode {
  const script = scriptTag(choice, loader);
  const element = elementOf(choice);
  const css = cssOf(choice);
  const html = [element, script].filter(Boolean).join("\n");
  return {
    html,
    css,
    wordpress: wordpress(script),
    bitrix: bitrix(script),
    tilda: [css && `<style>\n${css}\n</style>`, html].filter(Boolean).join("\n"),
    policy: policyLines(loader.server),
  };
}

/** The element as it is placed on a page; a chat without words of its own places itself. */
export function elementOf({ show, campaign = "", heading, button }: EmbedChoice): string {
  if (show === "chat") {
    return heading && button !== "none" ? `<veche-chat heading="${htmlEscape(heading)}"></veche-chat>` : "";
  }
  const of = OF_CAMPAIGN.has(show) ? ` campaign="${campaign}"` : "";
  return `<veche-${show}${of}></veche-${show}>`;
}

/** What the script tag says of itself, as attributes. */
export function attributesOf({ button, locale, theme }: EmbedChoice): string {
  return [
    button === "none" ? ' data-launcher="none"' : "",
    locale === "page" ? "" : ` data-locale="${locale}"`,
    theme === "device" ? "" : ` data-theme="${theme}"`,
    button === "left" ? ' data-position="left"' : "",
  ].join("");
}

function scriptTag(choice: EmbedChoice, { server, pinned }: Loader): string {
  const attributes = attributesOf(choice);
  if (choice.version === "newest" || !pinned)
    return `<script type="module" src="${server}/embed/veche.js"${attributes}></script>`;
  return `<script type="module" src="${server}/embed/${pinned.file}"
        integrity="${pinned.integrity}" crossorigin="anonymous"${attributes}></script>`;
}

/** The look, and the place that an element keeps until its code is there, so that nothing below it moves. */
function cssOf({ show, accent, radius }: EmbedChoice): string {
  const lines = [
    accent.toLowerCase() === "#14599c" ? "" : `  --veche-accent: ${accent.toLowerCase()};`,
    radius === DEFAULT_RADIUS ? "" : `  --veche-radius: ${radius}px;`,
  ].filter(Boolean);
  return [
    lines.length > 0 ? `:root {\n${lines.join("\n")}\n}` : "",
    show === "chat" ? "" : `veche-${show}:not(:defined) {\n  display: block;\n  min-block-size: 100svh;\n}`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** @source developer.wordpress.org, hook `wp_footer` */
const wordpress = (script: string) => `add_action( 'wp_footer', function () {
    ?>
${script}
    <?php
} );`;

/** @source dev.1c-bitrix.ru, `Asset::addString` */
const bitrix = (script: string) => `AddEventHandler('main', 'OnProlog', function () {
    if (defined('ADMIN_SECTION')) {
        return;
    }
    \\Bitrix\\Main\\Page\\Asset::getInstance()->addString(
        '${script.replaceAll("'", String.raw`\'`)}',
        true,
        \\Bitrix\\Main\\Page\\AssetLocation::AFTER_JS
    );
});`;

const policyLines = (server: string) =>
  [
    `script-src ${server}`,
    `connect-src ${server} ${server.replace(/^http/, "ws")}`,
    `img-src ${server} data: blob:`,
    `font-src ${server}`,
    "require-trusted-types-for 'script'",
    "trusted-types veche lit-html",
  ].join(";\n");
