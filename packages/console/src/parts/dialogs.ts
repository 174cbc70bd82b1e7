import { css } from "lit";

/** What `opened-changed` of a Vaadin dialog tells. */
type OpenedChanged = CustomEvent<{ value: boolean }>;

/** Gives the keyboard to the element marked `data-first`, once the dialog stands. */
function focusFirst({ target, detail }: OpenedChanged): void {
  if (!detail.value || !(target instanceof HTMLElement)) return;
  requestAnimationFrame(() => target.querySelector<HTMLElement>("[data-first]")?.focus());
}

/** Hears `opened-changed`: a dialog that opened gives the keyboard to its first element; one that closed was left. */
export const openedOrLeft = (leave: () => void) => (event: OpenedChanged) => {
  if (event.detail.value) focusFirst(event);
  else leave();
};

/** An element that is nothing beside its dialog: the fields in it, or the choices, one under another. */
export const dialogStyles = css`
  :host {
    display: contents;
  }
  .content {
    display: grid;
    gap: 12px;
  }
  .choices {
    display: grid;
    gap: 6px;
  }
  .choices vaadin-button {
    justify-content: flex-start;
  }
`;
