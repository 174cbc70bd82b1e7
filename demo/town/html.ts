const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text made safe inside an element or a quoted attribute. */
export const escape = (text: string) =>
  text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
