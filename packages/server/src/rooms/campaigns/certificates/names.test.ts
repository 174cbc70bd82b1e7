import { expect, test } from "vitest";
import { childsName, teachersName } from "./names.ts";

test.each([
  ["Варя", "Кузнецова", "Кузнецовой Варе"],
  ["Тимур", "Сафин", "Сафину Тимуру"],
  ["Лев", "Чёрных", "Чёрных Льву"],
  ["Анна-Мария", "Петрова-Водкина", "Петровой-Водкиной Анне-Марии"],
])("a certificate is given to %s %s in the dative", (first, last, given) => {
  expect(childsName(first, last, "dative")).toEqual({ name: given, unsure: false });
});

test.each([
  ["Саша", "Шевченко", "Шевченко Саша"],
  ["John", "Smith", "Smith John"],
])(
  "%s %s may be a boy or a girl: the name stays as written, for a person to look at",
  (first, last, name) => {
    expect(childsName(first, last, "dative")).toEqual({ name, unsure: true });
  },
);

test("a diploma names its winner in the nominative, whoever it is", () => {
  expect(childsName("John", "Smith", "nominative")).toEqual({ name: "Smith John", unsure: false });
});

test("a teacher is thanked by the full name in either order, and otherwise as it was written", () => {
  expect(teachersName("Петрова Анна Ивановна").name).toBe("Петровой Анне Ивановне");
  expect(teachersName("Анна  Ивановна Петрова").name).toBe("Петровой Анне Ивановне");
  expect(teachersName("Петрова А. И.")).toEqual({ name: "Петрова А. И.", unsure: true });
});
