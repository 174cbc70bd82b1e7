import type { Page } from "playwright-core";

/** Sideways scroll of the page, and words that nobody can read because something cuts them off. */
export function cutOffOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) found.push(`the page is ${over} px wider than the screen`);

    const parentOf = (element: Element): Element | null =>
      element.assignedSlot ??
      element.parentElement ??
      (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);
    const isHidden = (text: Element) =>
      text.closest(".for-readers, [hidden], option, style, script") !== null ||
      !text.checkVisibility({ visibilityProperty: true });

    /** Words beyond an edge that cannot be scrolled to. */
    function check(words: string, box: DOMRect, from: Element): void {
      let isFixed = false;
      for (let element: Element | null = from; element; element = parentOf(element)) {
        const style = getComputedStyle(element);
        const edge = element.getBoundingClientRect();
        if (style.overflowX === "auto" || style.overflowX === "scroll") return;
        const hides = style.overflowX !== "visible" && style.display !== "inline";
        if (hides && (box.left < edge.left - 1 || box.right > edge.right + 1))
          return void found.push(`cut off by ${element.tagName}.${element.className}: ${words}`);
        const isControl =
          /^(BUTTON|A|SUMMARY|LABEL|TH|TD)$/.test(element.tagName) && style.display !== "inline";
        if (isControl && (box.left < edge.left - 1 || box.right > edge.right + 1))
          return void found.push(`out of its ${element.tagName}: ${words}`);
        isFixed ||= style.position === "fixed";
      }
      if (box.left < -1 || box.right > innerWidth + 1)
        found.push(`beside the ${isFixed ? "screen" : "page"}: ${words}`);
    }

    function walk(root: Document | ShadowRoot): void {
      const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node instanceof Element) {
          if (node.shadowRoot) walk(node.shadowRoot);
          continue;
        }
        const words = node.textContent?.trim();
        const { parentElement } = node;
        if (!words || !parentElement || isHidden(parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects())
          if (box.width > 1) check(words.slice(0, 60), box, parentElement);
      }
    }
    walk(document);
    return [...new Set(found)];
  });
}
