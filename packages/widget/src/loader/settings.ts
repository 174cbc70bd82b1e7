/** What a site owner wrote on the script tag. */
export interface Settings {
  readonly launcher: boolean;
  /** Attributes for the elements that do not carry them themselves; `server` is the origin of the script. */
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

/** Reads the script's address and its `data-*` attributes. */
export function settingsOf(src: string, data: Readonly<Record<string, string | undefined>>): Settings {
  const { launcher, locale, theme, position } = data;
  return {
    launcher: launcher !== "none",
    attributes: { server: new URL(src).origin, locale, "data-theme": theme, position },
  };
}
