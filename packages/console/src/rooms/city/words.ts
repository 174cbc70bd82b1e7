import { msg } from "@lit/localize";
import type { CityList } from "@veche/protocol";

export const listName = (list: CityList) =>
  ({
    hotlines: msg("Телефоны и подразделения"),
    organisations: msg("Управляющие организации"),
    streets: msg("Улицы"),
    buildings: msg("Дома"),
    outages: msg("Отключения"),
  })[list];

/** A column's name; one that the console does not know is shown as the file calls it. */
export const columnName = (column: string) =>
  ({
    slug: msg("Имя в адресе, латиницей"),
    name: msg("Название"),
    nameEn: msg("Название по-английски"),
    phones: msg("Телефоны, через «;»"),
    emergencyPhone: msg("Аварийный телефон"),
    extension: msg("Добавочный"),
    email: msg("Электронная почта"),
    address: msg("Адрес"),
    hours: msg("Часы работы"),
    topics: msg("Темы, через «;»"),
    about: msg("О чём звонить"),
    site: msg("Сайт"),
    type: msg("Тип"),
    district: msg("Район"),
    formerNames: msg("Прежние названия, через «;»"),
    commonNames: msg("Как говорят, через «;»"),
    street: msg("Улица"),
    house: msg("Дом"),
    organisation: msg("Управляющая организация"),
    heatSupplier: msg("Кто подаёт тепло"),
    waterSupplier: msg("Кто подаёт воду"),
    id: msg("Номер"),
    resource: msg("Чего нет"),
    kind: msg("Вид"),
    startsAt: msg("С"),
    endsAt: msg("До"),
    affected: msg("Улицы и дома"),
    reason: msg("Причина"),
    responsible: msg("Кто отвечает"),
    note: msg("Примечание"),
    cancelledAt: msg("Отменено"),
  })[column] ?? column;

/** A column over a table: how several stand in one cell is for forms and files. */
export const headingOf = (column: string) => columnName(column).split(",", 1)[0] ?? column;

export const kindName = (kind: string) => (kind === "emergency" ? msg("Авария") : msg("Плановое"));
