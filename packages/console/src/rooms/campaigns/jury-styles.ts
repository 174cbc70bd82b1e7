import { css } from "lit";

export const juryStyles = css`
  :host {
    height: 100%;
  }
  .work {
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) 360px;
    height: 100%;
  }
  header {
    grid-column: 1 / 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 20px 0;
    background: var(--lumo-base-color);
  }
  header .grow {
    flex: 1;
    min-width: 0;
  }
  vaadin-progress-bar {
    flex: 1 0 100%;
    margin: 0;
  }
  console-zoomable-picture {
    grid-row: 2 / 4;
  }
  .side {
    min-height: 0;
    overflow-y: auto;
    padding: 16px;
    background: var(--lumo-base-color);
  }
  .about {
    margin-bottom: 12px;
  }
  nav {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 10px 16px;
    border-top: 1px solid var(--console-line);
    background: var(--lumo-base-color);
  }
  nav .quiet {
    white-space: nowrap;
  }
  .keys {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    border: 0;
    border-radius: 8px;
    background: none;
    color: var(--lumo-secondary-text-color);
    cursor: pointer;
  }
  @media (max-width: 860px) {
    .work {
      grid-template: auto minmax(200px, 42dvh) minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    header {
      grid-column: 1;
      padding: 8px 12px 0;
    }
    header h1 {
      font-size: 1rem;
    }
    /* The title has a line of its own, what is done here the next. */
    header .grow {
      flex: 1 0 100%;
    }
    header console-campaign-choice {
      flex: 1 1 200px;
    }
    header vaadin-select {
      width: 100%;
    }
    console-zoomable-picture {
      grid-row: 2;
    }
    .keys {
      display: none;
    }
  }
`;
