import type { CSSResultGroup } from "lit";

/** Stands in for Vaadin's module of the same name; registering a property twice is harmless. */
export function registerCSSProperty(definition: PropertyDefinition): void {
  try {
    CSS.registerProperty(definition);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidModificationError")) throw error;
  }
}

/** Adopts the styles for the document, first, so that the page's own rules win. */
export function addGlobalStyles(_id: string, ...styles: readonly CSSResultGroup[]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.map(String).join("\n"));
  document.adoptedStyleSheets.unshift(sheet);
}
