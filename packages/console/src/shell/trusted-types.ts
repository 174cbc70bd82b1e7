interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(html: string): string | null }): unknown;
}

// Vaadin empties elements by `innerHTML = ""`. Nothing else may be written as a string.
if ("trustedTypes" in window) {
  const factory = window.trustedTypes as PolicyFactory;
  factory.createPolicy("default", { createHTML: (html) => (html === "" ? "" : null) });
}
