import { Refusal } from "@veche/protocol";

/** Where a page ended, as clients hand it back: opaque to them. */
export const cursorOf = (...place: readonly string[]) =>
  Buffer.from(JSON.stringify(place)).toString("base64url");

/**
 * @param length how many parts the place has
 * @throws Refusal `invalid` for what no page ever gave
 */
export function placeOf(cursor: string, length: number): string[] {
  const place = parsed(Buffer.from(cursor, "base64url").toString());
  if (!Array.isArray(place) || place.length !== length || !place.every((part) => typeof part === "string")) {
    throw new Refusal("invalid", { reason: "campaigns.bad_cursor", field: "cursor" });
  }
  return place;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
