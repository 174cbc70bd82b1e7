import { css } from "lit";

/** Of what is shown once a talk has begun. */
export const answerStyles = css`
  .author,
  .sources,
  .helped,
  .limit {
    color: var(--_text-2);
    font-size: 0.875em;
  }
  .author {
    margin-block-end: 4px;
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
`;
