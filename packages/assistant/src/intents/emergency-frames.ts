import { cries, dangerWords, talkOfOtherTimes, talkOfPapers } from "./emergency-words.ts";
import { everydayReading } from "../language/everyday-reading.ts";
import { remembering } from "../language/remembering.ts";
import { tagger } from "./tagger.ts";

const parts = { ...dangerWords, otherTimes: talkOfOtherTimes, papers: talkOfPapers, cry: cries };

type Role = keyof typeof parts;
type Kind = "gas" | "fire" | "suicide" | "child" | "danger";

interface Frame {
  kind: Kind;
  /** Each must be told by its own words; `a|b` is either. */
  roles: readonly (readonly Role[])[];
  /** How many words may stand between the first role and any other. */
  within: number;
  /** Words that, standing as near, tell of something else. */
  unless: readonly Role[];
}

const being = "person|child|me|victim";

/** Who or what, and what befalls it: the shapes of danger, apart from the words for each part. */
const frames: readonly Frame[] = [
  frame("suicide", "wishDeath", 0, "livesBadly"),
  frame("suicide", "selfHarm", 0),
  frame("suicide", "goodbyes", 0),
  frame("suicide", "brink + farewell", 6),
  frame("suicide", "pills + pillsTaken", 4),
  frame("child", "child + lost", 2, "lostElse"),
  frame("child", "child + lost + lostProof", 8, "lostElse"),
  frame("child", "child + unseen + hoursGone", 8, "lostElse"),
  frame("child", "child + exposed + exposedNow", 8, "exposedElse"),
  frame("child", "child + abandoned + abandonedGrave", 8),
  frame("child", "pram + abandoned|freezes", 8),
  frame("child", "touches + elder + me|child|victim", 6),
  frame("child", "lockedIn + hotCar + child", 8),
  frame("child", "child + caught + lift", 6, "pramAlone"),
  frame("child", "swallowed + deadlySwallow + child", 6),
  frame("child", "grave + child", 6, "air"),
  frame("child", "drowns + child", 6, "mired"),
  frame("child", "strikes + child", 5, "outrageElse"),
  frame("child", "fell + height + child", 6),
  frame("gas", "gas + smell|escapes", 6, "knowledge"),
  frame("gas", "leak + unease", 6, "leakElse"),
  frame("gas", "smell + gasThing", 4),
  frame("gas", "stove + ill|grave", 8),
  frame("fire", "burning + burnable", 5, "lights usualSmoke"),
  frame("fire", "burning + spreads", 2, "lights usualSmoke"),
  frame("fire", "flame + burnable", 4, "lights usualSmoke"),
  frame("fire", "flame + spreads", 3, "lights usualSmoke"),
  frame("fire", "campfire + indoors", 5, "lights"),
  frame("danger", `grave + ${being}`, 7, "air animal"),
  frame("danger", "grave + cry", 6, "air animal"),
  frame("danger", "birth", 0, "animal"),
  frame("danger", "maimed + limb", 3),
  frame("danger", `still + ${being}`, 4, "animal"),
  frame("danger", `motionless + lies|ill|fell + ${being}`, 8, "animal"),
  frame("danger", "badly + person|child + helpless", 7, "badlyWorks air animal"),
  frame("danger", `tookIll + ${being}`, 3, "badlyWorks air animal"),
  frame("danger", `poisoned + poison + ${being}`, 8, "animal"),
  frame("danger", `scalded + ${being}`, 5),
  frame("danger", `fever + ${being}`, 5),
  frame("danger", "bitten + biteGrave", 7),
  frame("danger", "swallowed + deadlySwallow + person", 5),
  frame("danger", "fell + height + person|me|victim", 6),
  frame("danger", `fell + motionless|grave|still + ${being}`, 8, "animal"),
  frame("danger", "sank + deep", 5),
  frame("danger", "went + underneath", 2),
  frame("danger", "drowns + person|boat", 6, "mired"),
  frame("danger", "drowns + water", 6, "mired"),
  frame("danger", "flooding + stranded", 8),
  frame("danger", "person + went + lostProof + gone", 10, "lostElse"),
  frame("danger", "floe + adrift", 4),
  frame("danger", "boat + capsized", 4),
  frame("danger", "caught + pinning + person|child|victim", 8, "mired"),
  frame("danger", "caught + lift + badly|tookIll|grave|birth|helpless", 8, "pramAlone"),
  frame("danger", "collapsed + structure", 4, "crumb"),
  frame("danger", "collapsed + victim", 4, "crumb"),
  frame("danger", "cracks + structure + dread", 8, "crumb"),
  frame("danger", "hardFall + fell|collapsed + pram|victim|child", 6),
  frame("danger", "structure|pole + fell + victim|crashHurt", 4, "sinks"),
  frame("danger", "blast + blastPlace", 5, "firework"),
  frame("danger", "wire + wireDown", 5, "wireElse"),
  frame("danger", "shock", 0, "knowledge"),
  frame("danger", "crash + crashHurt", 6, "crashElse animal"),
  frame("danger", "crash + victim", 4, "crashElse animal"),
  frame("danger", "strikes + victim", 4, "outrageElse"),
  frame("danger", "outrages", 0, "outrageElse"),
  frame("danger", "weapon + menaces", 5),
  frame("danger", "breaksIn + intoHome + homeAlone", 8),
  frame("danger", "stalks + me|child|person|victim", 4, "stalkElse"),
  frame("danger", "screams + forHelp", 5),
  frame("danger", "someoneMoans", 0),
  frame("danger", "fight + fightGrave", 8),
  frame("danger", "threatens + toKill", 4),
  frame("danger", "explosive + found", 5),
  frame("danger", "beast + beastNear", 5, "beastElse"),
  frame("danger", "dog + mauls + victim|me", 5),
  frame("danger", "person + silent + silentGrave", 10, "silentElse"),
  frame("danger", "person + freezes + cold", 8),
  frame("danger", "person + lies + cold", 6),
];

const PAST_YEAR = /(?<!\d)(1[5-9]\d\d|20[01]\d)(?!\d)/;
const MOST_WORDS = 700;
const tags = tagger(parts);
const tagged = remembering((text) => tags(everydayReading(text).trim().split(" ").slice(0, MOST_WORDS)));

/**
 * The danger that a message tells of by its parts, in whatever words and order: a sentence about films, lessons or the
 * past is left out, one about papers, prices or plans counts only with a cry for help in it.
 */
export function frameOf(text: string): Kind | undefined {
  const told = sentencesOf(text)
    .map((sentence) => sentence.slice(0, 8000))
    .filter((sentence) => {
      const found = tagged(sentence);
      return (
        !found.has("otherTimes") && !PAST_YEAR.test(sentence) && (!found.has("papers") || found.has("cry"))
      );
    });
  if (told.length === 0) return undefined;
  const found = tagged(told.join(". "));
  if (found.size === 0) return undefined;
  return frames.find((shape) => stands(shape, found))?.kind;
}

/** The parts of a danger that words in their everyday reading hold, counted from their beginning. */
export function dangerPartsOf(words: readonly string[]): Found {
  return tags(words);
}

/** The sentences of a message; Latin letters may be a wrong layout, where stops are letters. */
export function sentencesOf(text: string): string[] {
  return /\p{Script=Cyrillic}/u.test(text) ? text.split(/(?<=[.!?\n])\s+/u).filter(Boolean) : [text];
}

function frame(kind: Kind, roles: string, within: number, unless = ""): Frame {
  return {
    kind,
    roles: roles.split(" + ").map((one) => one.split("|").map(role)),
    within,
    unless: unless.split(" ").filter(Boolean).map(role),
  };
}

function role(name: string): Role {
  if (name in parts) return name as Role;
  throw new Error(`no words are known for the part “${name}”`);
}

type Found = ReturnType<typeof tags>;
type Span = readonly [from: number, to: number];

function stands({ roles, within, unless }: Frame, found: Found): boolean {
  // Of a hundred shapes nearly all lack a part, which must be seen at once.
  if (!roles.every((either) => either.some((name) => found.has(name)))) return false;
  const places = roles.map((either) => either.flatMap((name) => found.get(name) ?? []));
  const spoilers = unless.flatMap((name) => found.get(name) ?? []);
  const [first = [], ...others] = places;
  return first.some(
    (one) =>
      others.every((those) => those.some((other) => apart(one, other) && gap(one, other) <= within)) &&
      !spoilers.some((spoiler) => gap(one, spoiler) <= Math.max(4, within)),
  );
}

const apart = (one: Span, other: Span) => one[1] <= other[0] || other[1] <= one[0];
const gap = (one: Span, other: Span) => Math.max(other[0] - one[1], one[0] - other[1]);
