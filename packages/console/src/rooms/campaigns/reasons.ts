import { msg } from "@lit/localize";

export type Refusing = "reject" | "ask_fix";

/** The usual reasons, as the parent will read them. */
export const usualReasons = (decision: Refusing): readonly string[] =>
  decision === "reject"
    ? [
        msg("Работа не по теме конкурса."),
        msg("Автор не подходит по возрасту."),
        msg("Такая работа уже есть на конкурсе."),
        msg("Работа выполнена не ребёнком или скопирована."),
        msg("На работе видны личные данные или посторонняя реклама."),
      ]
    : [
        msg("Снимок нечёткий: сфотографируйте работу ещё раз при дневном свете."),
        msg("Работа видна не целиком: снимите весь лист."),
        msg("На снимке тень или блик: снимите ещё раз без вспышки."),
        msg("Не указано или неверно указано имя автора."),
      ];
