import { says } from "./says.ts";

/** Whether the resident asks for a person, in any wording. */
export const wantsOperator: (text: string) => boolean = says(
  "оператор*",
  "(соедин*|переключи*|переведи*|позови*|позва*) … (человек*|людьми|сотрудник*|специалист*|консультант*|диспетчер*|оператор*|кем)",
  "(живой|живого|живым|живому) (человек*|оператор*|сотрудник*)",
  "operator",
  "(real|live|actual) (person|human)",
);
