import type { RoomTexts } from "../../texts.ts";

export const staffTexts: RoomTexts = {
  ru: {
    wrong_password: "Почта или пароль не подходят. Проверьте раскладку и Caps Lock.",
    too_many_tries:
      "Слишком много неверных паролей. Повторите через {{minutes}} мин. или попросите администратора сменить пароль.",
    disabled: "Эта учётная запись отключена. Обратитесь к администратору.",
    yourself: "Себя отключить нельзя: попросите другого администратора.",
    taken: "Сотрудник с такой почтой уже есть.",
  },
  en: {
    wrong_password: "The e-mail or the password is wrong. Check the keyboard layout and Caps Lock.",
    too_many_tries:
      "Too many wrong passwords. Try again in {{minutes}} min, or ask an administrator for a new password.",
    disabled: "This account is disabled. Please ask an administrator.",
    yourself: "You can't disable yourself: ask another administrator.",
    taken: "There already is a member of staff with this e-mail.",
  },
};
