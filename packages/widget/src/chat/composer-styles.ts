import { css } from "lit";

export const composerStyles = css`
  .composer {
    padding: 4px 12px 12px;
    border-block-start: 1px solid var(--_line);
  }
  .requests {
    display: flex;
    flex-wrap: wrap;
    font-size: 0.875em;
  }
  /* Never where another button just was: a second press would end the conversation. */
  .ending {
    margin-inline-start: auto;
  }
  .requests .button {
    padding-inline: 8px;
  }
  .field {
    display: flex;
    align-items: end;
    gap: 8px;
    margin-block-start: 8px;
  }
  textarea {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_touch);
    max-block-size: 8.5em;
    padding: 9px 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    field-sizing: content;
    resize: none;
  }
  textarea:focus-visible {
    outline-offset: 0;
  }
  textarea::placeholder {
    color: var(--_text-2);
    opacity: 1;
  }
  textarea[aria-invalid="true"] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
  }
`;
