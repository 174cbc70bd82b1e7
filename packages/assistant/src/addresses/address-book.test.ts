import { describe, expect, test } from "vitest";
import { createAddressBook } from "./address-book.ts";

const streets = [
  {
    name: "Ленина",
    type: "улица",
    district: "Центральный",
    formerNames: "Большая Спасская",
    commonNames: "Ленинка",
  },
  { name: "Ленинская", type: "улица", district: "Заводской" },
  { name: "Мира", type: "улица", district: "Луговой" },
  { name: "Мира", type: "проспект", district: "Центральный", commonNames: ["Мирка"] },
  { name: "Победы", type: "проспект", district: "Заречный" },
  { name: "Победы", type: "площадь", district: "Заречный" },
  { name: "Королёва", type: "улица", district: "Заречный" },
  { name: "Карла Маркса", type: "улица", district: "Центральный" },
  { name: "Горького", type: "улица", district: "Центральный" },
  { name: "Максима Горького", type: "улица", district: "Заводской" },
  { name: "50 лет Октября", type: "проспект", district: "Заречный", commonNames: "Пятидесятка" },
  { name: "8 Марта", type: "улица", district: "Центральный" },
  { name: "Луговая", type: "улица", district: "Луговой" },
  { name: "2-я Луговая", type: "улица", district: "Луговой" },
  { name: "Луговой", type: "переулок", district: "Луговой" },
  { name: "Солнечная", type: "улица", district: "Луговой" },
  { name: "Солнечный", type: "микрорайон", district: "Заречный" },
  { name: "Металлургов", type: "улица", district: "Заводской" },
];
const buildings = [
  ["Ленина", "улица", "7"],
  ["Ленина", "улица", "22А"],
  ["Мира", "улица", "12"],
  ["Мира", "проспект", "12"],
  ["Мира", "проспект", "44"],
  ["Победы", "проспект", "24"],
  ["Королёва", "улица", "6"],
  ["Королёва", "улица", "6к2"],
  ["Карла Маркса", "улица", "16/1"],
  ["2-я Луговая", "улица", "6"],
  ["Металлургов", "улица", "12 стр. 3"],
].map(([street = "", type = "", house = ""]) => ({ street, type, house }));
const book = createAddressBook({ streets, buildings });

describe("a sentence names a street and a house", () => {
  test.each([
    ["Королёва 6 — почему нет горячей воды?", "Королёва", "улица", "6"],
    ["королева 6 корпус 2 горячую когда дадут", "Королёва", "улица", "6к2"],
    ["у нас на Королёва, д. 6к2, нет света", "Королёва", "улица", "6к2"],
    ["Королёва 6 а почему темно", "Королёва", "улица", "6"],
    ["ленина 22 а", "Ленина", "улица", "22А"],
    ["на Большой Спасской 7 нет воды", "Ленина", "улица", "7"],
    ["на ленинке 7 темно", "Ленина", "улица", "7"],
    ["проспект мира, 12", "Мира", "проспект", "12"],
    ["на проспекте Мира в доме 12", "Мира", "проспект", "12"],
    ["Мира 44", "Мира", "проспект", "44"],
    ["К. Маркса 16 дробь 1", "Карла Маркса", "улица", "16/1"],
    ["карла маркса, 16/1", "Карла Маркса", "улица", "16/1"],
    ["Максима Горького 7", "Максима Горького", "улица", "7"],
    ["горького 7", "Горького", "улица", "7"],
    ["пятидесятка 52 корпус 2", "50 лет Октября", "проспект", "52к2"],
    ["пятьдесят лет октября, 53", "50 лет Октября", "проспект", "53"],
    ["восьмого марта 20", "8 Марта", "улица", "20"],
    ["вторая луговая 6", "2-я Луговая", "улица", "6"],
    ["1 подъезд, 2-я Луговая улица, дом 6", "2-я Луговая", "улица", "6"],
    ["переулок Луговой, 5", "Луговой", "переулок", "5"],
    ["на Луговой 5", "Луговая", "улица", "5"],
    ["мкр солнечный 5", "Солнечный", "микрорайон", "5"],
    ["на улице Металургов 12 строение 3", "Металлургов", "улица", "12 стр. 3"],
    ["дом 7 по улице Ленина", "Ленина", "улица", "7"],
    ["ktybyf 7 ytn djls", "Ленина", "улица", "7"],
    ["No hot water at 6 Koroleva street", "Королёва", "улица", "6"],
  ])("%s", (sentence, name, type, house) => {
    expect(book.find(sentence)).toMatchObject({ street: { name, type }, house });
  });
});

test("a number that counts days, hours or people is no house", () => {
  for (const sentence of [
    "на Ленина 3 дня нет воды",
    "на Ленина 2 часа без света",
    "на Ленина с 8 утра темно",
  ]) {
    expect(book.find(sentence)).toMatchObject({ street: { name: "Ленина" } });
    expect(book.find(sentence).house).toBeUndefined();
  }
});

test("a name without its type means the улица; the others are alternatives", () => {
  expect(book.find("Мира 12, нет воды")).toMatchObject({
    street: { name: "Мира", type: "улица" },
    alternatives: [{ name: "Мира", type: "проспект" }],
  });
});

test("where no улица has the name, it must be asked which is meant", () => {
  const found = book.find("Победы 5, когда дадут воду");
  expect(found.street).toBeUndefined();
  expect(found.alternatives.map(({ type }) => type).sort()).toEqual(["площадь", "проспект"]);
  expect(found.house).toBe("5");
});

test("the span covers the address in the sentence", () => {
  const sentence = "Здравствуйте, на улице Королёва, 6 нет воды";
  const [from, to] = book.find(sentence).span ?? [0, 0];
  expect(sentence.slice(from, to)).toBe("улице Королёва, 6");
});

test("no street is found where none is named", () => {
  for (const sentence of [
    "Когда дадут горячую воду?",
    "Какая погода в мире",
    "по закону сколько дней",
    "солнечная система",
    "победили ли мы в конкурсе",
  ]) {
    expect(book.find(sentence)).toEqual({ alternatives: [] });
  }
});
