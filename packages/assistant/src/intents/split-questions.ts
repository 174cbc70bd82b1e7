import { remembering } from "../language/remembering.ts";
import { wordsOf } from "../language/normalise.ts";
import { wordWeight } from "../language/stop-words.ts";

const BREAK = /(?<=[?!.])\s+|\n+|;\s+/u;
const AND_ALSO =
  /[,.]?\s+(?:и ещё|и еще|а ещё|а еще|а также|ещё вопрос|еще вопрос|второй вопрос|кроме того|заодно|and also|also)[\s,:—-]+/iu;
/** «…, куда деть диван и где купить карту»: another question after a comma or «и». */
const AND_WHERE =
  /(?:,?\s+и|,)\s+(?=(?:как|где|куда|когда|сколько|кто|кому|какие|какой|во сколько|до скольки|можно ли|нужно ли)(?!\p{L}))/iu;
const ASKS =
  /\?|^(?:а\s+|и\s+)?(?:телефон|адрес|часы|график|phone|как|где|куда|когда|сколько|кто|кому|чей|чья|какой|какая|какие|какое|почему|зачем|можно|нужно|нужен|что|до скольки|во сколько|how|where|when|what|who|which|can|is|are|do|does)(?!\p{L})/iu;
const FEWEST = 2;
const MOST = 4;

/** The questions of a message, each by itself; one piece when it asks one thing. */
export const splitQuestions = remembering((text: string): readonly string[] => {
  const whole = text.trim();
  const pieces = whole
    .split(AND_ALSO)
    .flatMap((part) => part.split(BREAK))
    .flatMap(eachAsked)
    .map((piece) => piece.trim())
    .filter(Boolean);
  const questions: string[] = [];
  let lead = "";
  for (const piece of pieces) {
    if (ASKS.test(piece) && saysEnough(piece)) {
      questions.push(questions.length === 0 && lead ? `${lead} ${piece}` : piece);
    } else if (questions.length === 0) {
      lead = lead ? `${lead} ${piece}` : piece;
    } else {
      questions[questions.length - 1] += ` ${piece}`;
    }
  }
  return questions.length >= 2 && questions.length <= MOST ? questions : [whole];
});

/** Each side must ask something by itself: «как и где получить паспорт» is one question. */
function eachAsked(piece: string): string[] {
  const sides = piece.split(AND_WHERE);
  return sides.every((side) => ASKS.test(side.trim()) && saysEnough(side)) ? sides : [piece];
}

function saysEnough(piece: string): boolean {
  return wordsOf(piece).filter((word) => wordWeight(word) >= 1).length >= FEWEST;
}
