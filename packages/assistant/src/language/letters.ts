/** How many letters of each alphabet a text has, whatever their case. */
export function lettersIn(text: string): { latin: number; cyrillic: number } {
  let latin = 0;
  let cyrillic = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= A && code <= Z) || (code >= SMALL_A && code <= SMALL_Z)) latin++;
    else if ((code >= CYRILLIC_A && code <= CYRILLIC_SMALL_YA) || code === YO || code === SMALL_YO)
      cyrillic++;
  }
  return { latin, cyrillic };
}

const A = 0x41;
const Z = 0x5a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const CYRILLIC_A = 0x410;
const CYRILLIC_SMALL_YA = 0x44f;
const YO = 0x401;
const SMALL_YO = 0x451;
