import { msg } from "@lit/localize";
import type { CloseReason, QueueItem } from "@veche/protocol";
import type { Section } from "./queue.ts";

/** Slug → name. */
export type Departments = ReadonlyMap<string, string>;

export const sectionTitle = (section: Section) =>
  ({
    waiting: msg("Ждут оператора"),
    mine: msg("Мои"),
    others: msg("У коллег"),
    assistant: msg("С помощником"),
  })[section];

export const stateName = (state: QueueItem["state"]) =>
  ({
    assistant: msg("С помощником"),
    queued: msg("Ждёт оператора"),
    operator: msg("У оператора"),
    closed: msg("Завершён"),
  })[state];

export const closeReason = (reason: CloseReason) =>
  ({
    answered: msg("Ответ дан"),
    no_answer: msg("Ответа не нашлось"),
    left: msg("Житель ушёл"),
    wrong_place: msg("Не по адресу"),
    abuse: msg("Оскорбления"),
    duplicate: msg("Повтор группы"),
    passed_on: msg("Передано другой организации"),
  })[reason];

export const channelName = (channel: string) =>
  ({
    site: msg("Сайт"),
    vk: "VK",
    max: "MAX",
    email: msg("Почта"),
    phone: msg("Телефон"),
    telegram: "Telegram",
  })[channel] ?? channel;
