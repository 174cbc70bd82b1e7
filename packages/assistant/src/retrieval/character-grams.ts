import { createRaggedBuilder, markRow, turned } from "./ragged.ts";

/** The character grams of many short texts, kept by word, for texts share most of theirs. */
export interface GramIndex {
  /** The cosine, 0..1, of a text's grams, each weighed by its rarity, with the question's; for one question at a time. */
  likenessTo(words: readonly string[]): (text: number) => number;
}

const GRAM_SPACE = 2 ** 18;
const asked = new Float32Array(GRAM_SPACE);
/** Which grams are asked for, in so little memory that it stays near the processor. */
const askedBits = new Uint32Array(GRAM_SPACE / 32);
let lastAsked = new Uint32Array(0);
const seen = new Uint32Array(GRAM_SPACE);
let turn = 0;

/** Collects words in the order of their numbers, and texts as numbers of words. */
export function createGramIndexBuilder() {
  const wordGrams = createRaggedBuilder();
  const textWords = createRaggedBuilder();

  return {
    addWord(word: string): void {
      for (const gram of gramsOf([word])) wordGrams.push(gram);
      wordGrams.endRow();
    },
    addText(words: readonly number[]): void {
      for (const word of words) textWords.pushNew(word);
      textWords.endRow();
    },
    build(): GramIndex {
      const grams = wordGrams.build();
      const words = textWords.build();
      const total = words.starts.length - 1;
      const each = (text: number, visit: (gram: number) => void) => {
        const own = nextTurn();
        for (let at = words.starts[text]!; at < words.starts[text + 1]!; at++) {
          const word = words.values[at]!;
          for (let place = grams.starts[word]!; place < grams.starts[word + 1]!; place++) {
            const gram = grams.values[place]!;
            if (seen[gram] === own) continue;
            seen[gram] = own;
            visit(gram);
          }
        }
      };
      const counts = new Uint32Array(GRAM_SPACE);
      for (let text = 0; text < total; text++) each(text, (gram) => counts[gram]!++);
      const rarity = new Float32Array(GRAM_SPACE).fill(Math.log(1 + total));
      for (let gram = 0; gram < GRAM_SPACE; gram++) {
        if (counts[gram]! > 0) rarity[gram] = Math.log(1 + total / (1 + counts[gram]!));
      }
      const lengths = new Float32Array(total);
      for (let text = 0; text < total; text++) {
        let squares = 0;
        each(text, (gram) => (squares += rarity[gram]! ** 2));
        lengths[text] = Math.sqrt(squares) || 1;
      }
      // Words stand in many texts: which of their grams the question has is looked up once, and most have none.
      const wordsTotal = grams.starts.length - 1;
      const holders = turned(grams);
      const touched = new Uint32Array(wordsTotal);
      const lookedUp = new Uint32Array(wordsTotal);
      const sharedFrom = new Uint32Array(wordsTotal);
      const sharedTo = new Uint32Array(wordsTotal);
      const shared: number[] = [];
      let turnOfQuestion = 0;
      const lookUp = (word: number) => {
        lookedUp[word] = turnOfQuestion;
        sharedFrom[word] = shared.length;
        const end = grams.starts[word + 1]!;
        for (let place = grams.starts[word]!; place < end; place++) {
          const gram = grams.values[place]!;
          if ((askedBits[gram >>> 5]! >>> (gram & 31)) & 1) shared.push(gram);
        }
        sharedTo[word] = shared.length;
      };
      return {
        likenessTo(question) {
          for (const gram of lastAsked) {
            asked[gram] = 0;
            askedBits[gram >>> 5] = 0;
          }
          lastAsked = gramsOf(question);
          let squares = 0;
          for (const gram of lastAsked) {
            asked[gram] = rarity[gram]!;
            askedBits[gram >>> 5]! |= 1 << (gram & 31);
            squares += rarity[gram]! ** 2;
          }
          const length = Math.sqrt(squares) || 1;
          turnOfQuestion++;
          shared.length = 0;
          for (const gram of lastAsked) markRow(holders, gram, touched, turnOfQuestion);
          return (text) => {
            const own = nextTurn();
            let product = 0;
            const end = words.starts[text + 1]!;
            for (let at = words.starts[text]!; at < end; at++) {
              const word = words.values[at]!;
              if (touched[word] !== turnOfQuestion) continue;
              if (lookedUp[word] !== turnOfQuestion) lookUp(word);
              const last = sharedTo[word]!;
              for (let place = sharedFrom[word]!; place < last; place++) {
                const gram = shared[place]!;
                if (seen[gram] === own) continue;
                seen[gram] = own;
                product += asked[gram]! * rarity[gram]!;
              }
            }
            return product / (length * lengths[text]!);
          };
        },
      };
    },
  };
}

function nextTurn(): number {
  if (turn === 0xffffffff) {
    seen.fill(0);
    turn = 0;
  }
  return ++turn;
}

/** Hashed character 3- and 4-grams of the words, word ends marked; each once. */
function gramsOf(words: readonly string[]): Uint32Array<ArrayBuffer> {
  const grams = new Set<number>();
  for (const word of words) {
    const marked = ` ${word} `;
    for (let at = 0; at + 3 <= marked.length; at++) {
      grams.add(hash(marked, at, 3) & (GRAM_SPACE - 1));
      if (at + 4 <= marked.length) grams.add(hash(marked, at, 4) & (GRAM_SPACE - 1));
    }
  }
  return Uint32Array.from(grams);
}

/** A 32-bit hash of a text. */
export function hashOf(text: string): number {
  return hash(text, 0, text.length);
}

function hash(text: string, from: number, length: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < from + length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}
