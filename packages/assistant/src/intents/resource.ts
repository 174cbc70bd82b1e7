import { either, says, unless } from "./says.ts";

export type Resource = "cold_water" | "hot_water" | "heating" | "power" | "gas";

const hot = unless(
  says(
    "горяч* (вод*|водичк*|водоснабжен*|кран*)",
    "(вод*|водичк*|кран*) … горяч*",
    "горяч*",
    "гвс",
    "кипят* из крана",
    "(бойлер*|водонагревател*) … (нет|горяч*)",
    "hot water",
    "warm water",
  ),
  says("горяч* (линия|линии|линию|питание|обед*|еда|телефон*)"),
);
const cold = either(
  says(
    "холодн* (вод*|водичк*|водоснабжен*|кран*)",
    "(вод*|водичк*) … холодн*",
    "хвс",
    "cold water",
    "питьев* вод*",
    "cold tap",
  ),
);
const water = unless(
  says(
    "вод*",
    "водичк*",
    "водоснабжен*",
    "водопровод*",
    "кран* сух*",
    "(сухой|сухие|пустой) кран*",
    "без воды",
    "water",
  ),
  says(
    "водител*",
    "водосточ*",
    "вода из под",
    "(лед|льд*|реч*|рек*|паводк*) … вод*",
    "вод* … (уровень|паводок)",
  ),
);
const heating = says(
  "отоплен*",
  "отопительн*",
  "батаре",
  "батареи",
  "батарей",
  "батарея",
  "батареях",
  "батарее",
  "батарею",
  "радиатор*",
  "тепло",
  "тепла",
  "теплоснабжен*",
  "топят",
  "топить",
  "не греют",
  "не греет",
  "холодно (в|дома|у нас) …",
  "холодрыга",
  "холодина",
  "дубак",
  "мерзнем",
  "замерзаем",
  "мерзнет",
  "мерзну",
  "heating",
  "radiator*",
  "heat",
  "central heating",
);
const power = unless(
  says(
    "свет",
    "света",
    "свету",
    "светом",
    "свете",
    "электр*",
    "обесточ*",
    "энергоснабжен*",
    "лампочк* … (не горят|погасли|моргают)",
    "темно (во всем|в|дома|у нас) …",
    "вырубило пробки",
    "выбило (пробки|автомат*)",
    "блэкаут",
    "power",
    "electricity",
    "blackout",
    "lights? (went|are|is|off|out)",
  ),
  says(
    "светофор*",
    "(уличн*|фонар*) … (свет|света)",
    "электричк*",
    "электросамокат*",
    "электронн* (почт*|очеред*|адрес*|дневник*|подпис*|вид*)",
  ),
);
const gas = unless(
  says(
    "газ",
    "газа",
    "газу",
    "газом",
    "газе",
    "газоснабжен*",
    "газов* (плит*|колонк*)",
    "конфорк*",
    "голубое топливо",
    "gas",
  ),
  says("газ* (вода|газета)"),
);

/** What is off or asked about; both waters when water is named plainly; empty when nothing is named. */
export function resourceOf(text: string): Resource[] {
  const named: Resource[] = [];
  const isHot = hot(text);
  const isCold = cold(text);
  if (isCold) named.push("cold_water");
  if (isHot) named.push("hot_water");
  if (!isHot && !isCold && water(text)) named.push("cold_water", "hot_water");
  if (heating(text) && !(isHot && !heatingNamed(text))) named.push("heating");
  if (power(text)) named.push("power");
  if (gas(text)) named.push("gas");
  return named;
}

const heatingNamed = says(
  "отоплен*",
  "батаре*",
  "радиатор*",
  "топят",
  "heating",
  "radiator*",
  "тепло (когда|дадут|нет|есть)",
  "тепла (нет|не)",
);
