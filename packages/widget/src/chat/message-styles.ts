import { css } from "lit";

export const messageStyles = css`
  .messages > li {
    margin-block-start: 16px;
  }
  .bubble {
    inline-size: fit-content;
    max-inline-size: 92%;
    padding: 10px 14px;
    border-radius: var(--_radius-bubble);
    background: var(--_surface-2);
  }
  :host([data-colours]) .bubble {
    border: 1px solid var(--_line);
  }
  .theirs .bubble {
    border-start-start-radius: 4px;
  }
  .mine {
    display: flex;
    flex-direction: column;
    align-items: end;
  }
  .mine .bubble {
    border-end-end-radius: 4px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .words {
    white-space: pre-wrap;
  }
  .author {
    margin-block-end: 4px;
  }
  .mark {
    margin-block-start: 4px;
  }
  .welcome .small {
    margin-block-start: 8px;
  }
  .sources {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .system {
    color: var(--_text-2);
    text-align: center;
  }
  .refused {
    padding: 10px 14px;
    border: 1px solid var(--_danger);
    border-radius: var(--_radius-small);
    background: var(--_danger-soft);
  }
  .refused .button {
    margin-block-start: 8px;
  }
  .replies {
    display: flex;
    flex-direction: column;
    align-items: start;
    gap: 8px;
    margin-block-start: 12px;
  }
  .reply {
    border-color: var(--_accent);
    border-radius: 22px;
    color: var(--_link);
    text-align: start;
  }
  .helped {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    margin-block-start: 4px;
  }
  .typing {
    margin-block-start: 12px;
  }
  .typing span {
    display: inline-flex;
    gap: 3px;
    margin-inline-end: 8px;
  }
  .typing i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: currentColor;
  }
  .ended {
    margin-block-start: 24px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  .ended > * + * {
    margin-block-start: 12px;
  }
  .stars {
    display: flex;
  }
  .stars label {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: var(--_touch);
    block-size: var(--_touch);
    border-radius: var(--_radius-small);
    color: var(--_line-strong);
    cursor: pointer;
  }
  .stars .lit {
    color: var(--_accent);
  }
  .stars input {
    position: absolute;
    opacity: 0;
  }
  .stars label:has(:focus-visible) {
    outline: 3px solid var(--_focus);
  }
  .stars svg {
    inline-size: 30px;
    block-size: 30px;
  }
  .comment {
    display: grid;
    gap: 4px;
    margin-block: 8px;
  }
`;
