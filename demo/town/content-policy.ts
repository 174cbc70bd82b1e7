/**
 * What a strict town allows: its own files, and from the Veche server scripts, pictures, fonts and connections.
 * Scripts may turn text into HTML through the two named Trusted Types policies only.
 */
export function contentPolicy(server: string): string {
  const socket = server.replace(/^http/, "ws");
  return [
    "default-src 'none'",
    `script-src 'self' ${server}`,
    "style-src 'self'",
    `img-src 'self' ${server} data: blob:`,
    `font-src 'self' ${server}`,
    `connect-src ${server} ${socket}`,
    `form-action 'self' ${server}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types veche lit-html",
  ].join("; ");
}
