const NAME = "veche-entry";

/**
 * The address at which a parent opens their entry on any device.
 *
 * The secret stands after `#`, which browsers send to nobody.
 */
export function privateLink(page: string, entry: { readonly id: string; readonly token: string }): string {
  const url = new URL(page);
  url.hash = `${NAME}=${entry.id}.${entry.token}`;
  return url.href;
}

/** The entry that a page's address names, if any. */
export function entryInLink(hash: string): { id: string; token: string } | undefined {
  const [, id, token] = /^#veche-entry=([\w-]{1,64})\.([\w-]{16,200})$/.exec(hash) ?? [];
  return id && token ? { id, token } : undefined;
}
