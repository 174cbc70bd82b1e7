import { markdown } from "@veche/ui/markdown/render.ts";
import { css, html, type TemplateResult } from "lit";

/** A text's Markdown as templates; its words can never become markup. */
export const renderMarkdown = (text: string): TemplateResult =>
  html`<div class="markdown">${markdown(text)}</div>`;

export const markdownStyles = css`
  .markdown {
    display: grid;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .markdown .heading {
    font-weight: 600;
  }
  .markdown ul,
  .markdown ol {
    padding-inline-start: 1.4em;
  }
  .markdown .table {
    overflow-x: auto;
  }
  .markdown table {
    border-collapse: collapse;
    font-size: var(--lumo-font-size-s);
  }
  .markdown th,
  .markdown td {
    padding: 4px 10px 4px 0;
    border-bottom: 1px solid var(--console-line);
    text-align: start;
    vertical-align: top;
  }
`;
