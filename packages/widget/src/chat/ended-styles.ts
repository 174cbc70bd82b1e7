import { css } from "lit";

export const endedStyles = css`
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
  .drawer > * + * {
    margin-block-start: 8px;
  }
  .keep {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
`;
