import { stemsOf } from "@veche/assistant";

export interface Asked {
  readonly id: string;
  readonly text: string;
  /** What the assistant took it for, where it knew. */
  readonly topic?: string | undefined;
}

/** From here on two questions are taken for one; people look before they answer. */
const ALIKE = 0.4;
/** The assistant heard the same in both: then fewer words need to agree. */
const SAME_TOPIC = 0.25;
/** Numbers are houses, flats and dates: whom it concerns, not what. */
const meaning = (text: string) => new Set(stemsOf(text).filter((stem) => !/^\d+$/.test(stem)));

/**
 * Groups of alike questions by the weight of the words that they share: rare words say more than what
 * half of the queue asks about. Each question stands in one group at most; nobody stands alone.
 */
export function groupsOf(asked: readonly Asked[]): readonly (readonly [Asked, ...Asked[]])[] {
  const words = new Map(asked.map((it) => [it.id, meaning(it.text)]));
  const holders = Map.groupBy(
    asked.flatMap((it) => [...(words.get(it.id) ?? [])].map((stem) => ({ stem, it }))),
    ({ stem }) => stem,
  );
  const weight = (stem: string) => Math.log(1 + asked.length / (holders.get(stem)?.length ?? 1));
  const length = new Map(
    asked.map(({ id }) => [
      id,
      Math.sqrt([...(words.get(id) ?? [])].reduce((sum, stem) => sum + weight(stem), 0)),
    ]),
  );

  function near(one: Asked): Asked[] {
    const shared = new Map<Asked, number>();
    for (const stem of words.get(one.id) ?? []) {
      for (const { it } of holders.get(stem) ?? []) {
        if (it !== one) shared.set(it, (shared.get(it) ?? 0) + weight(stem));
      }
    }
    const likeness = (it: Asked, product: number) =>
      product / ((length.get(one.id) ?? 1) * (length.get(it.id) ?? 1)) +
      (one.topic !== undefined && one.topic === it.topic ? SAME_TOPIC : 0);
    return [...shared]
      .map(([it, product]) => ({ it, likeness: likeness(it, product) }))
      .filter((found) => found.likeness >= ALIKE)
      .toSorted((a, b) => b.likeness - a.likeness)
      .map(({ it }) => it);
  }

  const taken = new Set<Asked>();
  return asked
    .map((it) => ({ it, others: near(it) }))
    .toSorted((a, b) => b.others.length - a.others.length)
    .flatMap(({ it, others }) => {
      const free = others.filter((other) => !taken.has(other));
      if (taken.has(it) || free.length === 0) return [];
      for (const one of [it, ...free]) taken.add(one);
      return [[it, ...free] as const];
    })
    .toSorted((a, b) => b.length - a.length);
}
