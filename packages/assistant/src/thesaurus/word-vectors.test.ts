import { expect, test } from "vitest";
import { stem } from "../language/stem.ts";
import { civicThesaurus } from "./civic.ts";

const { vectors } = civicThesaurus();

function likeness(one: string, other: string): number {
  const [first, second] = [vectors.of(stem(one)), vectors.of(stem(other))];
  return first && second ? first.reduce((sum, value, at) => sum + value * second[at]!, 0) : Number.NaN;
}

test.each([
  ["садик", "ясли", "батарея"],
  ["мусорка", "помойка", "паспорт"],
  ["батарея", "отопление", "кружок"],
])("«%s» points where «%s» does more than where «%s» does", (word, near, far) => {
  expect(likeness(word, near)).toBeGreaterThan(likeness(word, far) + 0.1);
});

test("a word that the thesaurus doesn't have points nowhere", () => {
  expect(vectors.of("абырвалг")).toBeUndefined();
});
