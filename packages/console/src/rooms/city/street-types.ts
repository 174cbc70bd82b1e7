const SHORT: Readonly<Record<string, string>> = {
  улица: "ул.",
  проспект: "просп.",
  переулок: "пер.",
  бульвар: "б-р",
  проезд: "пр-д",
  площадь: "пл.",
  набережная: "наб.",
  шоссе: "ш.",
  микрорайон: "мкр.",
};

/** As notices write a street's type: «ул.», «б-р». */
export const streetTypeShort = (type: string): string => SHORT[type] ?? type;
