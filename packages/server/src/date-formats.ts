const made = new Map<string, Intl.DateTimeFormat>();

/** A format of dates. Making one takes longer than a small query, and a server needs a dozen different ones. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const wanted = `${language} ${JSON.stringify(options)}`;
  const known = made.get(wanted);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, options);
  made.set(wanted, format);
  return format;
}
