import { describe, expect, test } from "vitest";
import { isAffected, parseAffected } from "./affected.ts";
import { normaliseHouse } from "./house.ts";

test("a notice lists streets with houses, ranges and all", () => {
  expect(parseAffected("ул. Королёва: 4, 6, 6к2; б-р Космонавтов: 1-11 (нечётные); пл. Победы: все")).toEqual(
    {
      streets: [
        { street: "Королёва", type: "улица", houses: [{ house: "4" }, { house: "6" }, { house: "6к2" }] },
        { street: "Космонавтов", type: "бульвар", houses: [{ from: 1, to: 11, parity: "odd" }] },
        { street: "Победы", type: "площадь", houses: "all" },
      ],
      notUnderstood: [],
    },
  );
});

test("suppliers leave the colon out and write houses their own way", () => {
  expect(
    parseAffected(
      "ул. 19-го Партсъезда 2, 34-56 (чет), 13-53 (нечет); площадь 50-летия СССР 5/3; 1 Мая площадь 1, 2",
    ),
  ).toEqual({
    streets: [
      {
        street: "19-го Партсъезда",
        type: "улица",
        houses: [{ house: "2" }, { from: 34, to: 56, parity: "even" }, { from: 13, to: 53, parity: "odd" }],
      },
      { street: "50-летия СССР", type: "площадь", houses: [{ house: "5/3" }] },
      { street: "1 Мая", type: "площадь", houses: [{ house: "1" }, { house: "2" }] },
    ],
    notUnderstood: [],
  });
});

test("what means nothing here is handed back", () => {
  expect(parseAffected("СТ «Полет» уч.; ул. Ленина: 5, за магазином")).toEqual({
    streets: [{ street: "Ленина", type: "улица", houses: [{ house: "5" }] }],
    notUnderstood: ["СТ «Полет» уч.", "ул. Ленина: за магазином"],
  });
});

describe("who is affected", () => {
  const affected = parseAffected(
    "ул. Ленина: 1-15 (нечётные), 20, 22А; ш. Московское: 12-40 (чётные); ул. Мира: все",
  );
  test.each([
    ["Ленина", "улица", "7", true],
    ["Ленина", "улица", "7А", true],
    ["Ленина", "улица", "7к2", true],
    ["Ленина", "улица", "8", false],
    ["Ленина", "улица", "17", false],
    ["Ленина", "улица", "20", true],
    ["Ленина", "улица", "22А", true],
    ["Ленина", "улица", "22а", true],
    ["Ленина", "улица", "22", false],
    ["Московское", "шоссе", "26", true],
    ["Мира", "улица", "101", true],
    ["Мира", "проспект", "101", false],
  ])("%s, %s, %s: %s", (street, type, house, expected) => {
    expect(isAffected(affected, { street, type, house })).toBe(expected);
  });
});

test.each([
  ["12 корпус 2", "12к2"],
  ["12 к. 2", "12к2"],
  ["12к2", "12к2"],
  ["дом 12", "12"],
  ["12а", "12А"],
  ["12 А", "12А"],
  ["29-В", "29В"],
  ["12/1", "12/1"],
  ["12 дробь 1", "12/1"],
  ["12 стр. 3", "12 стр. 3"],
  ["12 строение 3", "12 стр. 3"],
  ["школа", undefined],
])("the house «%s» is %s", (written, house) => {
  expect(normaliseHouse(written)).toBe(house);
});
