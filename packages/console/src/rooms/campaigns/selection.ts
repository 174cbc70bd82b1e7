/** Which entries a moderator has chosen; `anchor` is where a Shift-click's range begins. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly anchor?: string;
}

export const nothingChosen: Selection = { chosen: new Set() };

export function toggled({ chosen }: Selection, id: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return { chosen: next, anchor: id };
}

/** Adds everything from the anchor to the id, in the order of the list. */
export function upTo(selection: Selection, ids: readonly string[], id: string): Selection {
  const from = ids.indexOf(selection.anchor ?? id);
  const to = ids.indexOf(id);
  if (from < 0 || to < 0) return toggled(selection, id);
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { chosen: new Set([...selection.chosen, ...range]), anchor: selection.anchor ?? id };
}

export const everyOf = (ids: readonly string[]): Selection => ({ chosen: new Set(ids), anchor: ids[0] });

/** The selection without what has left the list. */
export function within(selection: Selection, ids: readonly string[]): Selection {
  const { chosen, anchor } = selection;
  if (chosen.size === 0 && anchor === undefined) return selection;
  const listed = new Set(ids);
  return {
    chosen: new Set([...chosen].filter((id) => listed.has(id))),
    anchor: anchor && listed.has(anchor) ? anchor : undefined,
  };
}
