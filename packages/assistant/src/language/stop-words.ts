/** Politeness and greetings: they say nothing about the subject. */
const POLITE = `здравствуйте здравствуй привет приветствую добрый доброе доброго день утро вечер вечера пожалуйста пжл пж плиз подскажите
  подскажи скажите скажи расскажите объясните спасибо заранее благодарю уважаемые помогите прошу ответьте будьте добры
  люди девушка товарищи извините простите слушайте короче типа вообще ваще блин hello hi please thanks thank sorry dear
  good morning evening afternoon`;

/** Words that hold a sentence together; they count little. */
const FUNCTION = `а без бы был была были было быть в вам вас ваш ваша ваше ваши во вот все всё вы да даже для до его ее если есть еще ещё
  же за и из или им их к как какая какие какое какой какого какую каком когда кого кому которая которые который кто куда ли
  либо мне меня мной может можно мой моя мое мои мою моей моего моему мы на над надо нам нас наш наша наше наши нашего
  нашей нашем нашу не него нее нет но ну нужно нужен нужна о об он она они оно от по под при про раз с сам себе себя со
  так такая такие такое такой там те тем теперь то тогда того тоже той только том тот тут ты у уже хочу хотим что чтобы
  чтоб чего чем через чей чья чье эта эти это этого этой этом этот эту я сейчас сегодня очень где почему зачем сколько
  потом просто лишь будет будут буду опять снова ни нибудь какой-то the a an of to in on at for is are was were be been it
  its this that these those i my me we our us you your he she they them do does did can could would should will have has
  had and or but with from by as if what when where which who whom how why there here not no any some so just about`;

const polite = new Set(POLITE.replaceAll("ё", "е").split(/\s+/));
const functional = new Set(FUNCTION.replaceAll("ё", "е").split(/\s+/));

/** How much a normalised word counts when entries are compared: nothing, little or fully. */
export function wordWeight(word: string): number {
  if (polite.has(word)) return 0;
  if (functional.has(word)) return 0.15;
  return 1;
}
