type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Attributes for the elements that do not carry them themselves, from the script's address and its `data-*`
 * attributes; `server` is the origin of the script.
 */
export function attributesOf(src: string, { locale, position, greeting, theme }: Attributes): Attributes {
  return { server: new URL(src).origin, locale, position, greeting, "data-theme": theme };
}
