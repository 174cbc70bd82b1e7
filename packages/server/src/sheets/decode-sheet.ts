/** A file's text: UTF-8, with or without a mark, else Windows-1251, as Russian spreadsheets save. */
export function decodeSheet(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
