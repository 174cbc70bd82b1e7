import { wordsOf } from "../language/normalise.ts";
import { either, says, unless } from "./says.ts";

const short = (text: string, most: number) => wordsOf(text).length <= most;

const notHelpful = says(
  "(не|ничего не) (подходит|подошло|подошел|подошла|помогло|помогли|помог|помогает|помогаете|то|понял|поняли|устраивает)",
  "(ничего|ничто) … (подходит|подошло|из этого)",
  "(вы|ты|это) (мне)? ?не (помог*|ответ*|то)",
  "(хрень|ерунда|чушь|бред|фигня|чепуха|бестолков*|бесполезн*) … ",
  "не (об этом|про это|то что нужно)",
  "(that|this) (did not|didn t|doesn t) help",
  "(not helpful|useless|nonsense|wrong answer)",
);

/** «Вы не помогли», «не то», «ерунда какая-то»: said of the last answer. */
export const saysNotHelpful = (text: string): boolean => short(text, 6) && notHelpful(text);

const yes = says(
  "^ (да|ага|угу|давай|давайте|ок|окей|хорошо|конечно|можно|зови|зовите|yes|yeah|ok|okay|sure|please)(?: (?:да|давай|давайте|пожалуйста|please|конечно))? $",
);

/** A plain "yes" to what was just offered. */
export const saysYes = (text: string): boolean => short(text, 3) && yes(text);

const sayMore = says(
  "^ (помощь|помогите|помоги|help|нужна помощь|есть вопрос|вопрос|можно вопрос|у меня вопрос|хочу спросить|подскажите|подскажи|не знаю|нет|да|куда обратиться|куда обращаться|что (мне|нам)? ?делать|как быть|мне нужна помощь|нужна консультация|start|старт|меню|menu)(?: (?:пожалуйста|мне|у меня))? $",
);

/** Nothing yet to answer: «помощь», «есть вопрос», a lone question mark, keys hit at random. */
export function saysNothingYet(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0) return true;
  if (words.length > 4) return false;
  return sayMore(text) || words.every((word) => /^(.)\1{2,}$/u.test(word));
}

/** «Спасибо, не надо», «отмена», «понятно»: nothing more is wanted. */
export const saysEnough = (text: string): boolean => short(text, 4) && enough(text);
const enough = says(
  "^ (?:(?:спасибо|нет|уже|всё|все|ок) )?(не надо|не нужно|не нужен|не нужна|отмена|передумал|передумала|понятно|понял|поняла|ясно|все ясно|все понятно|ладно|разобрался|разобралась|no need|never mind|got it)(?: (?:оператора|оператор|спасибо|пока|thanks))? $",
);

/** «Сколько ждать оператора», «когда отвечают операторы»: about operators, without calling one. */
export const asksAboutOperators: (text: string) => boolean = unless(
  either(
    says(
      "сколько … (ждать|ждать ответа) … оператор*",
      "(когда|во сколько|до скольки|часы|график) … (оператор*|отвечают операторы)",
      "оператор* … (когда|работает|работают|на месте|отвечает|отвечают|долго)",
      "(how long|when) … (operator*|agent*)",
    ),
  ),
  says("(сотов*|связи|мобильн*|региональн*|мусор*|отход*)"),
);

/** Police, ambulance, fire: numbers that everyone has and no directory lists. */
export const asksEmergencyNumbers: (text: string) => boolean = unless(
  says(
    "(телефон*|номер*|позвонить|звонить|вызвать|вызов|вызывать|набрать) … (скор*|полици*|пожарн*|мчс|спасател*|милици*|экстренн*)",
    "(скор* помощ*|скорая|скорой|полиция|полиции|пожарные|пожарная|пожарной|мчс|экстренн*) … (телефон*|номер*|позвонить|звонить|вызвать)",
    "(phone|number|call) … (ambulance|police|fire brigade|fire department|emergency services)",
    "(ambulance|police|fire brigade) … (phone|number)",
  ),
  says("(шум*|сосед*|такси|жалоб*|собак*|штраф*|оштраф*|случайно|ложн*)"),
);
