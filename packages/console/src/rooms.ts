import { msg } from "@lit/localize";
import type { Role } from "@veche/protocol";
import type { IconName } from "./parts/icons.ts";

export interface Room {
  /** Under `/console/`. */
  readonly path: string;
  /** The element that is the room's page. */
  readonly element: string;
  readonly title: () => string;
  readonly icon: IconName;
  readonly roles: readonly Role[];
  readonly load: () => Promise<unknown>;
}

/** The console's rooms in the order of the navigation; a person's first one is their start page. */
export const rooms: readonly Room[] = [
  {
    path: "conversations",
    element: "console-inbox",
    title: () => msg("Диалоги"),
    icon: "chat",
    roles: ["operator", "admin"],
    load: () => import("./rooms/conversations/index.ts"),
  },
  {
    path: "campaigns",
    element: "console-campaigns",
    title: () => msg("Конкурсы"),
    icon: "calendar",
    roles: ["admin"],
    load: () => import("./rooms/campaigns/campaigns.ts"),
  },
  {
    path: "shift",
    element: "console-shift",
    title: () => msg("Смена и очередь"),
    icon: "headset",
    roles: ["admin"],
    load: () => import("./rooms/conversations/shift/index.ts"),
  },
  {
    path: "moderation",
    element: "console-moderation",
    title: () => msg("Модерация"),
    icon: "picture",
    roles: ["moderator", "admin"],
    load: () => import("./rooms/campaigns/moderation.ts"),
  },
  {
    path: "jury",
    element: "console-jury",
    title: () => msg("Жюри"),
    icon: "scales",
    roles: ["jury"],
    load: () => import("./rooms/campaigns/jury.ts"),
  },
  {
    path: "results",
    element: "console-results",
    title: () => msg("Результаты"),
    icon: "trophy",
    roles: ["admin"],
    load: () => import("./rooms/campaigns/results.ts"),
  },
  {
    path: "announcements",
    element: "console-announcements",
    title: () => msg("Объявление итогов"),
    icon: "megaphone",
    roles: ["admin"],
    load: () => import("./rooms/announcements/index.ts"),
  },
  {
    path: "ceremony",
    element: "console-ceremony",
    title: () => msg("Награждение"),
    icon: "medal",
    roles: ["admin"],
    load: () => import("./rooms/announcements/ceremony.ts"),
  },
  {
    path: "articles",
    element: "console-articles",
    title: () => msg("Статьи"),
    icon: "book",
    roles: ["editor", "admin"],
    load: () => import("./rooms/knowledge/index.ts"),
  },
  {
    path: "questions",
    element: "console-open-questions",
    title: () => msg("Вопросы жителей"),
    icon: "question",
    roles: ["editor", "admin"],
    load: () => import("./rooms/knowledge/open-questions.ts"),
  },
  {
    path: "outages",
    element: "console-outages",
    title: () => msg("Отключения"),
    icon: "outage",
    roles: ["editor", "admin"],
    load: () => import("./rooms/city/outages.ts"),
  },
  {
    path: "city",
    element: "console-city-lists",
    title: () => msg("Справочники"),
    icon: "city",
    roles: ["editor", "admin"],
    load: () => import("./rooms/city/city-lists.ts"),
  },
  {
    path: "days",
    element: "console-city-days",
    title: () => msg("Рабочий календарь"),
    icon: "calendar",
    roles: ["editor", "admin"],
    load: () => import("./rooms/city/city-days.ts"),
  },
  {
    path: "staff",
    element: "console-staff",
    title: () => msg("Сотрудники"),
    icon: "people",
    roles: ["admin"],
    load: () => import("./rooms/staff/index.ts"),
  },
  {
    path: "settings",
    element: "console-settings",
    title: () => msg("Настройки города"),
    icon: "gear",
    roles: ["admin"],
    load: () => import("./rooms/city/settings.ts"),
  },
  {
    path: "audit",
    element: "console-audit-log",
    title: () => msg("Журнал"),
    icon: "journal",
    roles: ["admin"],
    load: () => import("./rooms/staff/audit-log.ts"),
  },
  {
    path: "insights",
    element: "console-insights",
    title: () => msg("Цифры"),
    icon: "chart",
    roles: ["analyst", "admin"],
    load: () => import("./rooms/insights/index.ts"),
  },
  {
    path: "account",
    element: "console-account",
    title: () => msg("Моя учётная запись"),
    icon: "person",
    roles: ["operator", "editor", "moderator", "jury", "analyst", "admin"],
    load: () => import("./rooms/account/index.ts"),
  },
];

/** The room whose address it is. */
export const roomAt = (pathname: string) =>
  rooms.find(({ path }) => pathname === import.meta.env.BASE_URL + path);

/** The rooms that a role may enter. */
export const roomsFor = (role: Role) => rooms.filter((room) => room.roles.includes(role));
