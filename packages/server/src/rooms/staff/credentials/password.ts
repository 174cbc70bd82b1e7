import { Refusal } from "@veche/protocol";

/**
 * Fewest characters of a password that is all that stands before an account.
 *
 * @source NIST SP 800-63B-4 §3.1.1.2: length and a list of what is guessed first, no rules of
 * composition; it asks for 15 where no second factor is, which few would keep without a note on the
 * screen, so 10 here and a second factor for whoever wants one.
 */
export const SHORTEST_PASSWORD = 10;

export interface ForWhom {
  readonly email: string;
  readonly name: string;
}

/**
 * @throws Refusal `invalid`, field `password`: too short, among those that are guessed first, of one
 * repeated piece, or the person's own name
 */
export async function assertStrong(password: string, whose: ForWhom): Promise<void> {
  if ([...password].length < SHORTEST_PASSWORD) {
    throw weak("staff.password_short", { min: SHORTEST_PASSWORD });
  }
  const plain = password.toLowerCase();
  if (isRepeated(plain) || isRow(plain)) throw weak("staff.password_common");
  if (ownWords(whose).some((word) => plain.includes(word) && plain.length - word.length < 6)) {
    throw weak("staff.password_own");
  }
  const common = await commonPasswords();
  // «йцукен…» is «qwerty…» to whoever guesses; and a year after a common word adds nothing.
  const guesses = [plain, asLatinKeys(plain)].flatMap((it) => [it, it.replace(/[\d\W_]+$/u, "")]);
  if (guesses.some((guess) => guess.length > 3 && common.has(guess))) throw weak("staff.password_common");
}

const weak = (reason: string, values: Record<string, number> = {}) =>
  new Refusal("invalid", { reason, field: "password", values });

const isRepeated = (password: string) => /^(.{1,4}?)\1{2,}.{0,3}$/u.test(password);

const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "йцукенгшщзхъфывапролджэячсмитьбю",
];
const isRow = (password: string) => ROWS.some((row) => row.includes(password));

const ownWords = ({ email, name }: ForWhom) =>
  [...email.toLowerCase().split(/[@.]/), ...name.toLowerCase().split(/\s+/)].filter((it) => it.length > 3);

const CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбю";
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const asLatinKeys = (password: string) =>
  [...password].map((letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter).join("");

let read: Promise<ReadonlySet<string>> | undefined;
/** Read when somebody first chooses a password: the list is long. */
function commonPasswords(): Promise<ReadonlySet<string>> {
  read ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set(dictionary["passwords-common"]),
  );
  return read;
}
