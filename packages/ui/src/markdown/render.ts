import { html, nothing, type TemplateResult } from "lit";
import { blocks, type Block, type Row } from "./blocks.ts";
import type { Inline } from "./inline.ts";

/**
 * Shows a text of the small Markdown subset. Lit writes every word as text, so nothing in it can become markup.
 *
 * @param headingLevel of a `#`, so that headings continue the page's order
 */
export function markdown(text: string, headingLevel = 3): TemplateResult[] {
  return blocks(text).map((block) => shown(block, headingLevel));
}

function shown(block: Block, headingLevel: number): TemplateResult {
  switch (block.kind) {
    case "paragraph":
      return html`<p>${words(block.content)}</p>`;
    case "heading":
      return html`<p class="heading" role="heading" aria-level=${block.level + headingLevel - 1}>
        ${words(block.content)}
      </p>`;
    case "list": {
      const items = block.items.map((item) => html`<li>${words(item)}</li>`);
      return block.start === undefined
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ol start=${block.start}>
            ${items}
          </ol>`;
    }
    case "table":
      return html`<div class="table" tabindex="0">
        <table>
          <thead>
            ${row(block.head, "column")}
          </thead>
          <tbody>
            ${block.rows.map((cells) => row(cells))}
          </tbody>
        </table>
      </div>`;
    default:
      return block satisfies never;
  }
}

function row(cells: Row, scope?: "column"): TemplateResult {
  return html`<tr>
    ${cells.map((cell) => (scope ? html`<th scope="col">${words(cell)}</th>` : html`<td>${words(cell)}</td>`))}
  </tr>`;
}

function words(content: readonly Inline[]): unknown {
  return content.map((part) => {
    switch (part.kind) {
      case "text":
        return part.text;
      case "code":
        return html`<code>${part.text}</code>`;
      case "strong":
        return html`<strong>${words(part.content)}</strong>`;
      case "emphasis":
        return html`<em>${words(part.content)}</em>`;
      case "break":
        return html`<br />`;
      case "link": {
        const page = part.href.startsWith("http");
        return html`<a href=${part.href} target=${page ? "_blank" : nothing} rel="noopener noreferrer"
          >${words(part.content)}</a
        >`;
      }
      default:
        return part satisfies never;
    }
  });
}
