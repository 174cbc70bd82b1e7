/**
 * A house number in the form that the city's tables use: `12`, `12А`, `12/1`, `12к2`, `12 стр. 3`.
 * Undefined when the text is no house number.
 */
export function normaliseHouse(text: string): string | undefined {
  // As most houses are written; a city's list has a hundred thousand of them.
  if (/^[1-9]\d{0,3}$/.test(text)) return text;
  const folded = text
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/^(?:дом|д|№|n)[\s.№]*/u, "")
    .replace(/\s*(?:дробь|\/|\\)\s*/gu, "/")
    .replace(/\s*(?:корпус|корп|кор|к)[\s.]*(?=\d)/gu, "к")
    .replace(/\s*(?:строение|стр|ст|с)[\s.]*(?=\d)/gu, "с")
    .replace(/(\d)[\s-]*([а-я])(?![а-я\d])/gu, "$1$2")
    .replace(/[\s.,;]+/gu, "");
  const match =
    /^(\d{1,4})([абвгдежзиклмнопрстуф])?(?:\/(\d{1,3})([абвгдежзик])?)?(?:к(\d{1,2}))?(?:с(\d{1,2}))?$/u.exec(
      folded,
    );
  if (!match) return undefined;
  const [, number, letter, fraction, fractionLetter, block, structure] = match;
  return [
    String(Number(number)),
    letter?.toUpperCase(),
    fraction && `/${fraction}${fractionLetter?.toUpperCase() ?? ""}`,
    block && `к${block}`,
    structure && ` стр. ${structure}`,
  ].join("");
}

/** The leading number of a house: 7 of `7А` and of `7к2`. */
export function houseNumber(house: string): number {
  return Number.parseInt(house, 10);
}

/** Whether two ways to write a house mean the same one. */
export function sameHouse(one: string, other: string): boolean {
  return (normaliseHouse(one) ?? one) === (normaliseHouse(other) ?? other);
}
