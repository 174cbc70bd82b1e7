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
    /* Where the system chooses colours it draws this line. */
    outline: 1px solid transparent;
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
  .mark {
    margin-block-start: 4px;
  }
  .notice .button {
    margin-block-start: 8px;
  }
  .welcome .small {
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
`;
