import { css } from "lit";

export const entryGridStyles = css`
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 44vw), 1fr));
    /* A picture, and under it title, author and a line of marks: rows of one height need no measuring. */
    grid-auto-rows: calc(160px + 5.5rem);
    gap: 12px;
    list-style: none;
    outline: none;
  }
  li {
    position: relative;
    display: grid;
    grid-template-rows: 160px 1fr;
    border: 1px solid var(--console-line);
    border-radius: 12px;
    background: var(--lumo-base-color);
    overflow: hidden;
    contain: strict;
  }
  li.chosen {
    border-color: var(--lumo-primary-color);
    box-shadow: 0 0 0 2px var(--lumo-primary-color);
    background: var(--console-chosen);
  }
  .look {
    display: block;
    min-height: 0;
    padding: 0;
    border: 0;
    background: var(--console-hover);
    font: inherit;
    cursor: zoom-in;
  }
  .look:focus-visible {
    outline-offset: -3px;
    outline-width: 3px;
  }
  img {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
  .in-words {
    display: block;
    height: 100%;
    padding: 12px 12px 0 44px;
    overflow: hidden;
    color: var(--lumo-body-text-color);
    font-size: var(--lumo-font-size-s);
    line-height: 1.4;
    text-align: start;
    white-space: pre-line;
    overflow-wrap: anywhere;
    mask-image: linear-gradient(#000 75%, transparent 98%);
  }
  .choose {
    position: absolute;
    top: 0;
    left: 0;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    cursor: pointer;
  }
  .choose input {
    position: absolute;
    opacity: 0;
  }
  .box {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border: 2px solid light-dark(#5c6b7d, #c4d0de);
    border-radius: 6px;
    background: var(--lumo-base-color);
    color: var(--lumo-primary-contrast-color);
  }
  .chosen .box {
    border-color: var(--lumo-primary-color);
    background: var(--lumo-primary-color);
  }
  .choose input:focus-visible + .box {
    outline: 2px solid var(--lumo-primary-text-color);
    outline-offset: 2px;
  }
  .facts {
    display: grid;
    align-content: start;
    gap: 2px;
    padding: 8px 10px 10px;
    min-width: 0;
  }
  .title,
  .facts .quiet {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    font-weight: 600;
  }
  .facts .quiet {
    font-size: var(--lumo-font-size-xs);
  }
  .tags {
    display: flex;
    gap: 4px;
    min-width: 0;
  }
  .tags .tag {
    overflow: hidden;
    min-width: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .end {
    display: grid;
    place-items: center;
    padding: 20px;
  }
  .load {
    min-height: 44px;
    padding: 8px 20px;
    border: 1px solid var(--console-line);
    border-radius: 10px;
    background: var(--lumo-base-color);
    color: var(--lumo-primary-text-color);
    font: inherit;
    cursor: pointer;
  }
`;
