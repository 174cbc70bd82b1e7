import { createAddressBook } from "@veche/assistant";
import { describe, expect, test } from "vitest";
import { readTimes } from "./notice-times.ts";
import { readNotice } from "./notice.ts";

const ZONE = "Asia/Yekaterinburg";
const streets = [
  ["Кирова", "улица"],
  ["19-го Партсъезда", "улица"],
  ["Мира", "улица"],
  ["Мира", "проспект"],
  ["Победы", "площадь"],
].map(([name = "", type = ""]) => ({ name, type, district: "", formerNames: [], commonNames: [] }));
const buildings = ["1", "2", "3", "4", "34", "35", "36"].map((house) => ({
  street: "19-го Партсъезда",
  type: "улица",
  house,
  district: "",
  organisation: "",
  heatSupplier: "",
  waterSupplier: "",
}));
const city = {
  streets,
  buildings,
  outages: [],
  organisations: [],
  hotlines: [
    {
      slug: "gorelektroset",
      name: "Горэлектросеть",
      nameEn: "",
      phones: [],
      extension: "",
      email: "",
      address: "",
      hours: "24/7",
      topics: [],
      about: "",
    },
  ],
  book: createAddressBook({ streets, buildings }),
};
const read = (text: string) => readNotice(text, city, "2026-11-22", ZONE);
const local = (text: string, today = "2024-02-10") =>
  readTimes(text, today, "UTC").periods.map(({ startsAt, endsAt }) => [
    startsAt.slice(0, 16),
    endsAt.slice(0, 16),
  ]);
const day = (date: string, from = "08:00", until = "17:00") => [`${date}T${from}`, `${date}T${until}`];

/** Facts of energy suppliers' notices. */
describe("when a notice says", () => {
  test.each([
    ["Дата\n\n19.01.2024 08:00 - 16:00\n", [day("2024-01-19", "08:00", "16:00")]],
    ["01.11.2023 - 03.11.2023 08:00 - 17:00", ["01", "02", "03"].map((it) => day(`2023-11-${it}`))],
    [
      "06.07.2023 по 08.07.2023 с 08:30 до 17:30",
      ["06", "07", "08"].map((it) => day(`2023-07-${it}`, "08:30", "17:30")),
    ],
    ["31.01.2024 08:00 - 02.02.2024 17:00", [day("2024-01-31"), day("2024-02-01"), day("2024-02-02")]],
    ["30.12.2024 08:00 - 01.01.2025 17:00", [day("2024-12-30"), day("2024-12-31"), day("2025-01-01")]],
    ["Отключение электроэнергии 1,2 и 4 декабря", [day("2024-12-01"), day("2024-12-02"), day("2024-12-04")]],
    ["Отключение электроэнергии 1-3 марта", [day("2024-03-01"), day("2024-03-02"), day("2024-03-03")]],
    ["8 февраля (обновлено 07 февраля в 16.20)", [day("2024-02-08")]],
    ["В сети 6000 В 25.01.2024г. с 08:00 до 17:00 будет прекращена подача", [day("2024-01-25")]],
  ])("%s", (text, expected) => {
    expect(local(text)).toEqual(expected);
  });
});

test("streets and houses are held against the city's list, what is not there is marked", () => {
  const reading = read(`АО «Горэлектросеть» сообщает: 25 ноября с 9:00 до 17:00 в связи с ремонтом ТП-12
будет прекращена подача электроэнергии по адресам:
ул. 19-го Партсъезда 2, 34-56 (чет), 13-53 (нечет); пл. Победы; Мира 1, 2; ул. Несуществующая 5
ТСН ЖСТИЗ «Колобовский»`);
  expect(reading).toMatchObject({
    resource: "power",
    kind: "planned",
    responsible: "gorelektroset",
    reason: "ремонтом ТП-12",
    periods: [{ startsAt: "2026-11-25T04:00:00.000Z", endsAt: "2026-11-25T12:00:00.000Z" }],
  });
  expect(reading.places).toMatchObject([
    {
      street: "19-го Партсъезда",
      type: "улица",
      houses: "2, 34-56 (чётные), 13-53 (нечётные)",
      buildings: 4,
    },
    { street: "Победы", type: "площадь", houses: "все" },
    {
      houses: "1, 2",
      choices: [
        { street: "Мира", type: "улица" },
        { street: "Мира", type: "проспект" },
      ],
    },
    { written: "ул. Несуществующая 5", houses: "5" },
  ]);
  expect(reading.places[3]).not.toHaveProperty("street");
  expect(reading.notUnderstood).toEqual(["ТСН ЖСТИЗ «Колобовский»"]);
});

test("streets that follow each other by commas are told apart, an accident is an emergency", () => {
  const reading = read(
    "Авария на водоводе. Нет холодной воды: ул. Кирова, 12, 14а, ул. Мира 3-7 до 20:00 22.11.2026",
  );
  expect(reading).toMatchObject({ resource: "cold_water", kind: "emergency" });
  expect(reading.places.map(({ street, houses }) => [street, houses])).toEqual([
    ["Кирова", "12, 14А"],
    ["Мира", "3-7"],
  ]);
});
