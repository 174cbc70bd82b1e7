import { says } from "./says.ts";

/** Whether the message asks about water, heat, light or gas being off. */
export const asksOutage: (text: string) => boolean = says(
  "нет … (вод*|свет*|газ*|отоплени*|тепла|электр*|горяч*)",
  "отключ*",
  "(вод*|свет*|газ*|отоплени*|горяч*) … (нет|когда|дадут|включат)",
  "outage*",
  "no (hot|cold) water",
);

/** Whether the message asks who keeps a house. */
export const asksManagingOrganisation: (text: string) => boolean = says(
  "управля*",
  "ук",
  "тсж",
  "жск",
  "чей дом",
  "кто … обслуживает",
  "who manages",
);

/** Whether the message asks what became of a contest entry. */
export const asksEntryState: (text: string) => boolean = says(
  "(дошел|дошла|получили|приняли|принят|принята) … (рисун*|работ*|заявк*|фото*)",
  "статус … (рисунк*|работы|заявки на конкурс)",
);

/** Whether the message asks for a phone, hours or an address of an office. */
export const asksHotline: (text: string) => boolean = says(
  "(телефон*|номер*|почт*|email|адрес*|часы|график работы|обед*|позвонить|дозвониться|связаться)",
  "(работает|принимает|открыт*|закрыт*) …",
  "до скольки",
  "во сколько",
  "phone*",
  "contact*",
);
