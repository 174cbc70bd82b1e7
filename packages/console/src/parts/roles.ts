import { msg } from "@lit/localize";
import type { Role } from "@veche/protocol";

/** Roles as lists show them. */
export const ROLE_ORDER = ["operator", "editor", "moderator", "jury", "analyst", "admin"] as const;

/** The role's name. */
export const roleName = (role: Role) =>
  ({
    admin: msg("Администратор"),
    editor: msg("Редактор"),
    operator: msg("Оператор"),
    moderator: msg("Модератор"),
    jury: msg("Член жюри"),
    analyst: msg("Аналитик"),
  })[role];
