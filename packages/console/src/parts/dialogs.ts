/** What `opened-changed` of a Vaadin dialog tells. */
export type OpenedChanged = CustomEvent<{ value: boolean }>;

/** Gives the keyboard to the element marked `data-first`, once the dialog stands. */
export function focusFirst({ target, detail }: OpenedChanged): void {
  if (!detail.value || !(target instanceof HTMLElement)) return;
  requestAnimationFrame(() => target.querySelector<HTMLElement>("[data-first]")?.focus());
}
