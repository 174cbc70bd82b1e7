import { msg } from "@lit/localize";
import type {
  CallBackReason,
  CloseReason,
  Presence,
  QueueItem,
  RestrictionKind,
  Standing,
} from "@veche/protocol";
import type { Section } from "./queue.ts";

/** Slug → name. */
export type Departments = ReadonlyMap<string, string>;

export const sectionTitle = (section: Section) =>
  ({
    waiting: msg("Ждут оператора"),
    mine: msg("Мои"),
    held: msg("Отложены"),
    callBacks: msg("Ждут звонка или письма"),
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

export const CLOSE_REASONS = [
  "answered",
  "no_answer",
  "left",
  "wrong_place",
  "abuse",
  "duplicate",
  "passed_on",
] as const satisfies readonly CloseReason[];

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

export const standingName = (standing: Standing) =>
  ({
    transferred: msg("Передан"),
    returned: msg("Возвращён"),
    reopened: msg("Снова открыт"),
    hold: msg("Отложен"),
    call_back: msg("Перезвонить"),
    redirected: msg("Перенаправлен"),
  })[standing];

export const callBackReason = (why: CallBackReason) =>
  ({
    closed: msg("писали в нерабочее время"),
    holiday: msg("писали в праздник"),
    nobody: msg("на смене никого не было"),
    busy: msg("все были заняты"),
  })[why];

export const restrictionName = (kind: RestrictionKind) =>
  ({
    mute: msg("Заглушить: писать в этот диалог нельзя"),
    limit: msg("Ограничить: одно сообщение в минуту"),
    block: msg("Заблокировать: писать нельзя"),
  })[kind];

export const presenceName = (presence: Presence) =>
  ({ here: msg("На месте"), break: msg("Перерыв"), away: msg("Не на месте") })[presence];

/** What happened to a conversation. */
export const moveName = (move: string) =>
  ({
    request: msg("Позван оператор"),
    come_back: msg("Житель вернулся"),
    reopen: msg("Открыт снова"),
    claim: msg("Взят"),
    take: msg("Перехвачен"),
    release: msg("Возвращён в очередь"),
    return: msg("Вернулся в очередь сам"),
    transfer: msg("Передан"),
    give_back: msg("Отдан помощнику"),
    hold: msg("Отложен"),
    wake: msg("Снова в работе"),
    prioritise: msg("Изменена срочность"),
    fall_back: msg("Открыт всем на смене"),
    call_back: msg("Оставлен контакт"),
    redirect: msg("Перенаправлен"),
    close: msg("Завершён"),
  })[move] ?? move;

export const channelName = (channel: string) =>
  ({
    site: msg("Сайт"),
    vk: "VK",
    max: "MAX",
    email: msg("Почта"),
    phone: msg("Телефон"),
    telegram: "Telegram",
  })[channel] ?? channel;
