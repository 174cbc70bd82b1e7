import { css } from "lit";

/** The field in which an operator writes: as high as its text. */
export const writingStyles = css`
  textarea {
    min-height: 44px;
    padding: 10px 12px;
    border: 1px solid var(--console-field-line);
    border-radius: 12px;
    background: var(--lumo-base-color);
    color: inherit;
    font: inherit;
    resize: none;
    field-sizing: content;
  }
`;

/** Enter sends; Shift+Enter makes a line, and Enter within a word being composed is the word's own. */
export function sendByEnter(event: KeyboardEvent, send: () => void): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
}
