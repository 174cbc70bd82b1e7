import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

/** What chat and contests keep of a person, as the software does it; the town's own notice may say more. */
export const privacyBody = ({ locale }: Language): Html => (locale === "ru" ? russian : english);

export const privacyTitle = ({ locale }: Language) =>
  locale === "ru" ? "О ваших данных" : "About your data";

const russian = html`<h1>О ваших данных</h1>
  <p class="lead">
    Чат и конкурсы работают на сервере города. Другим компаниям ничего не уходит: ни слова, ни адреса, ни
    счётчики посещений.
  </p>
  <h2>Пока вы не пишете</h2>
  <p>Чат ничего не сохраняет и не ставит куки. Пока вы его не открыли, он даже не соединяется с сервером.</p>
  <h2>Когда вы пишете в чат</h2>
  <p>
    Город хранит слова диалога, время и страницу, с которой вы написали. Их видят операторы. Имени, телефона и
    документов чат не спрашивает: не пишите их, если без них можно ответить.
  </p>
  <p>
    Ваш сетевой адрес не хранится. Из него на один день получается отметка, по которой чат защищается от
    потока сообщений; узнать по ней человека нельзя. Если сеть закрыли за оскорбления, отметка хранится до
    конца этого срока. Если вы голосуете за работу конкурса, такая отметка хранится рядом с голосом, пока не
    стёрты имена этого конкурса: по ней видна накрутка.
  </p>
  <p>
    Ключ от диалога лежит на вашем устройстве. По нему вы видите свой разговор, если вернётесь. Очистите
    данные сайта в браузере — и ключа не станет.
  </p>
  <p>
    Снимки, которые вы приложили, город переделывает заново: без сведений о телефоне и месте съёмки. Их видите
    вы и операторы.
  </p>
  <p>
    Диалог можно удалить в любую минуту: кнопка с тремя точками в чате, «Удалить диалог». Слова и снимки
    сотрутся сразу; останется только счёт, сколько было диалогов.
  </p>
  <p>
    Если попросите сообщить, когда ответит оператор, сообщение без слов диалога доставит изготовитель вашего
    браузера. Если говорите голосом, речь в слова превращает браузер, и его изготовитель может её слышать.
  </p>
  <h2>Кто отвечает</h2>
  <p>
    Сначала помощник, это программа. Он берёт ответы только из утверждённых памяток и городских данных. В
    любой момент напишите «оператор», и ответит человек.
  </p>
  <h2>Когда вы отправляете работу на конкурс</h2>
  <p>
    Заявку подаёт родитель или опекун. На обработку данных, на показ работы и на её использование — отдельные
    согласия. Без второго и третьего работа всё равно участвует.
  </p>
  <p>
    Все видят рисунок, его название, имя, первую букву фамилии и возраст. Остальное видят только организаторы.
    Из снимка убираем сведения о телефоне и месте съёмки.
  </p>
  <p>По личной ссылке заявки работу можно отозвать в любой день: данные и картинки удаляются сразу.</p>`;

const english = html`<h1>About your data</h1>
  <p class="lead">
    Chat and contests run on the city's own server. Nothing goes to other companies: no words, no addresses,
    no counters.
  </p>
  <h2>As long as you don't write</h2>
  <p>
    The chat stores nothing and sets no cookie. Until you open it, it does not even connect to the server.
  </p>
  <h2>When you write in the chat</h2>
  <p>
    The city keeps the words of the conversation, the time and the page you wrote from. Operators see them.
    The chat asks for no name, phone or papers: leave them out unless an answer needs them.
  </p>
  <p>
    Your network address is not kept. For one day a mark is derived from it, with which the chat defends
    itself against floods of messages; it does not tell who a person is. Where a network was closed because of
    abuse, the mark is kept until that term ends. Where you vote for a contest's work, such a mark is kept
    beside the vote until that contest's names are erased, to tell floods of votes.
  </p>
  <p>
    The key to your conversation lies on your device. With it you see your conversation when you come back.
    Clear this site's data in your browser and the key is gone.
  </p>
  <p>
    Pictures that you attach are made anew by the city, without what they say of the phone and the place. You
    and the operators see them.
  </p>
  <p>
    You can delete the conversation at any moment: the button with three dots in the chat, “Delete the
    conversation”. Words and pictures are erased at once; only the count of conversations stays.
  </p>
  <p>
    If you ask to be told when an operator answers, your browser's maker delivers a message without the
    conversation's words. If you speak, your browser turns speech into words, and its maker may hear it.
  </p>
  <h2>Who answers</h2>
  <p>
    First the assistant, which is a program. It answers only from approved articles and city data. Write
    “operator” at any time and a person answers.
  </p>
  <h2>When you enter a contest</h2>
  <p>
    A parent or guardian sends the entry. Processing the data, showing the work and using it have a consent
    each. Without the second and the third the work takes part all the same.
  </p>
  <p>
    Everyone sees the drawing, its title, the first name, the last initial and the age. The rest is for the
    organisers only. What a photo says about the phone and the place is removed.
  </p>
  <p>By its private link an entry can be withdrawn on any day: data and pictures are erased at once.</p>`;
