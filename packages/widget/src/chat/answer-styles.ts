import { css } from "lit";

/** Of what is shown once a talk has begun. */
export const answerStyles = css`
  .author,
  .sources,
  .helped,
  .typing,
  .limit {
    color: var(--_text-2);
    font-size: 0.875em;
  }
  .author {
    margin-block-end: 4px;
  }
  .listen {
    margin-block: -14px;
    vertical-align: middle;
  }
  .listen[aria-pressed="true"] {
    background: var(--_accent-soft);
  }
  .sources {
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .system {
    color: var(--_text-2);
    text-align: center;
  }
  .helped {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 4px;
    margin-block-start: 4px;
  }
  .limit {
    margin-block-start: 4px;
  }
  .limit.over {
    color: var(--_danger);
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
  .why {
    display: grid;
    gap: 8px;
    justify-items: start;
    margin-block-start: 8px;
  }
  .why label {
    display: grid;
    gap: 4px;
    inline-size: 100%;
  }
  .why input {
    min-block-size: var(--_touch);
    padding: 9px 12px;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius-small);
    background: var(--_surface);
  }
`;
