import { css } from "lit";

export const articleEditorStyles = css`
  :host {
    display: grid;
    gap: 14px;
    max-width: 1280px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
  }
  header .grow {
    flex: 1 1 260px;
    min-width: 0;
  }
  .halves {
    display: grid;
    grid-template-columns: minmax(0, 1.2fr) minmax(280px, 1fr);
    gap: 20px;
    align-items: start;
  }
  .beside {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    position: sticky;
    top: 0;
  }
  .preview {
    display: grid;
    gap: 10px;
    padding: 14px 18px;
  }
  @media (max-width: 1180px) {
    .halves {
      grid-template-columns: minmax(0, 1fr);
    }
    .beside {
      position: static;
    }
  }
`;
