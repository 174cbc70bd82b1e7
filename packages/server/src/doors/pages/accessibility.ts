import { type Html, html } from "./html.ts";
import type { Language } from "./language.ts";

/** How chat, contests and pages can be used by everyone; the measured ground is in docs/accessibility.md. */
export const accessibilityBody = ({ locale }: Language): Html => (locale === "ru" ? russian : english);

export const accessibilityTitle = ({ locale }: Language) =>
  locale === "ru" ? "Доступность" : "Accessibility";

const russian = html`<h1>Доступность</h1>
  <p class="lead">
    Чат, конкурсы и эти страницы сделаны так, чтобы ими мог пользоваться каждый. Мы сверяемся с ГОСТ Р
    52872-2019 и WCAG 2.2, уровень AA.
  </p>
  <h2>Что можно</h2>
  <ul>
    <li>
      Делать всё с клавиатуры: Tab ведёт по кнопкам, Enter нажимает, Esc закрывает чат и возвращает на место.
    </li>
    <li>Слушать программой чтения с экрана: новые сообщения она прочитает сама, не перебивая.</li>
    <li>Увеличить текст до 200 %, страницу до 400 %: ничего не обрежется и не уедет вбок.</li>
    <li>
      Выбрать в чате крупные буквы и цвета (кнопка с глазом): чёрным по белому, белым по чёрному, тёмно-синим
      по голубому, без картинок. Выбор останется на вашем устройстве.
    </li>
    <li>Пользоваться тёмным видом, своими цветами системы и отключённой анимацией: мы им следуем.</li>
    <li>Не спешить: времени на ответ никто не ограничивает, написанное не пропадает.</li>
  </ul>
  <h2>Что ещё не так</h2>
  <ul>
    <li>
      Рисунки детей описаны названием, именем и возрастом автора. Что на них нарисовано, словами не сказано.
    </li>
    <li>Широкие таблицы в ответах прокручиваются внутри сообщения.</li>
    <li>Правила и согласия конкурсов есть только по-русски.</li>
  </ul>
  <h2>Если что-то мешает</h2>
  <p>
    Напишите об этом в чат или позвоните по <a href="/hotlines">телефонам города</a>. Чат и форма работают с
    JavaScript; без него есть <a href="/answers">ответы города</a>, телефоны и отключения.
  </p>`;

const english = html`<h1>Accessibility</h1>
  <p class="lead">
    Chat, contests and these pages are made so that everyone can use them. We follow WCAG 2.2, level AA, and
    GOST R 52872-2019.
  </p>
  <h2>What you can do</h2>
  <ul>
    <li>
      Do everything by keyboard: Tab walks through the buttons, Enter presses, Esc closes the chat and brings
      you back.
    </li>
    <li>Listen with a screen reader: it reads new messages by itself, without interrupting.</li>
    <li>Enlarge text to 200 %, the page to 400 %: nothing is cut off or runs away sideways.</li>
    <li>
      Choose large letters and colours in the chat (the button with the eye): black on white, white on black,
      dark blue on light blue, no pictures. Your device keeps the choice.
    </li>
    <li>Use a dark look, your system's own colours, and no animation: we follow them.</li>
    <li>Take your time: no answer has a limit, and what you wrote is not lost.</li>
  </ul>
  <h2>What is not right yet</h2>
  <ul>
    <li>
      Children's drawings are described by title and by the author's name and age. What they show is not put
      into words.
    </li>
    <li>Wide tables in answers scroll inside their message.</li>
    <li>Rules and consents of contests are in Russian only.</li>
  </ul>
  <h2>If something is in your way</h2>
  <p>
    Write about it in the chat or call one of the <a href="/hotlines?lang=en">city's phones</a>. Chat and form
    need JavaScript; without it there are the <a href="/answers?lang=en">answers of the city</a>, phones and
    outages.
  </p>`;
