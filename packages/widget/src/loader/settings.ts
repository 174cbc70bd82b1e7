/** What a site owner wrote on the script tag. */
export interface Settings {
  readonly launcher: boolean;
  /** Attributes for the elements that do not carry them themselves; `server` is the origin of the script. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the script's address and its `data-*` attributes. */
export function settingsOf(src: string, data: Readonly<Record<string, string | undefined>>): Settings {
  const attributes: Record<string, string> = { server: new URL(src).origin };
  if (data.locale) attributes.locale = data.locale;
  if (data.theme) attributes["data-theme"] = data.theme;
  if (data.position) attributes.position = data.position;
  return { launcher: data.launcher !== "none", attributes };
}
