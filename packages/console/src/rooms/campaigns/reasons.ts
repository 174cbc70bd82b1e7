import { msg } from "@lit/localize";

export type Refusing = "reject" | "ask_fix";

interface UsualReason {
  /** As the parent reads it: in the city's language, whatever the console speaks. */
  readonly written: string;
  readonly shown: string;
}

export const usualReasons = (decision: Refusing): readonly UsualReason[] =>
  decision === "reject"
    ? [
        { written: "Работа не по теме конкурса.", shown: msg("Работа не по теме конкурса.") },
        { written: "Автор не подходит по возрасту.", shown: msg("Автор не подходит по возрасту.") },
        {
          written: "Такая работа уже есть на конкурсе.",
          shown: msg("Такая работа уже есть на конкурсе."),
        },
        {
          written: "Работа выполнена не ребёнком или скопирована.",
          shown: msg("Работа выполнена не ребёнком или скопирована."),
        },
        {
          written: "На работе видны личные данные или посторонняя реклама.",
          shown: msg("На работе видны личные данные или посторонняя реклама."),
        },
      ]
    : [
        {
          written: "Снимок нечёткий: сфотографируйте работу ещё раз при дневном свете.",
          shown: msg("Снимок нечёткий: сфотографируйте работу ещё раз при дневном свете."),
        },
        {
          written: "Работа видна не целиком: снимите весь лист.",
          shown: msg("Работа видна не целиком: снимите весь лист."),
        },
        {
          written: "На снимке тень или блик: снимите ещё раз без вспышки.",
          shown: msg("На снимке тень или блик: снимите ещё раз без вспышки."),
        },
        {
          written: "Не указано или неверно указано имя автора.",
          shown: msg("Не указано или неверно указано имя автора."),
        },
      ];
