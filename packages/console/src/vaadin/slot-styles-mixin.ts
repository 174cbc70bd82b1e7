type Base = new () => HTMLElement & { connectedCallback(): void };

const adopted = new WeakMap<Document | ShadowRoot, Set<string>>();

function adopt(root: Document | ShadowRoot, styles: string): void {
  const known = adopted.get(root) ?? new Set();
  adopted.set(root, known);
  if (known.has(styles)) return;
  known.add(styles);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets.push(sheet);
}

/**
 * Stands in for Vaadin's mixin that styles slotted inputs from outside: adopts the rules where the original
 * writes `<style>` elements, which the security policy refuses.
 */
export const SlotStylesMixin = (superclass: Base) =>
  class extends superclass {
    get slotStyles(): readonly string[] {
      return [];
    }

    override connectedCallback(): void {
      super.connectedCallback();
      const root = this.getRootNode();
      if (root instanceof Document || root instanceof ShadowRoot) {
        for (const styles of this.slotStyles) adopt(root, String(styles));
      }
    }
  };
