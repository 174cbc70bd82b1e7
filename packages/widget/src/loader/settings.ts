/** What a site owner wrote on the script tag. */
export interface Settings {
  /** Origin that served the script. */
  readonly server: string;
  readonly launcher: boolean;
  /** Attributes for the elements that do not carry them themselves. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the script's address and its `data-*` attributes. */
export function settingsOf(src: string, data: Readonly<Record<string, string | undefined>>): Settings {
  const given = {
    server: new URL(src).origin,
    locale: data.locale,
    "data-theme": data.theme,
    position: data.position,
  };
  return {
    server: given.server,
    launcher: data.launcher !== "none",
    attributes: Object.fromEntries(
      Object.entries(given).filter((pair): pair is [string, string] => !!pair[1]),
    ),
  };
}
