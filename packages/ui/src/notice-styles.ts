import { css } from "lit";

export const noticeStyles = css`
  .notice {
    padding: 0.65em 0.9em;
    border: 1px solid var(--_tone, var(--_line));
    border-radius: var(--_radius-small);
    background: var(--_tone-soft, var(--_surface-2));
    color: var(--_text);
  }
  .notice[data-tone="warning"] {
    --_tone: var(--_warning);
    --_tone-soft: var(--_warning-soft);
  }
  .notice[data-tone="danger"] {
    --_tone: var(--_danger);
    --_tone-soft: var(--_danger-soft);
  }
  .notice[data-tone="success"] {
    --_tone: var(--_success);
    --_tone-soft: var(--_success-soft);
  }
`;
