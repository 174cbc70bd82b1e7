export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "veche.theme";
const ATTRIBUTE = { system: "light-dark", light: "light", dark: "dark" } as const satisfies Record<
  Theme,
  string
>;

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? "system";
}

/** Applies the theme to the page; `system` follows the computer's own. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  document.documentElement.setAttribute("theme", ATTRIBUTE[theme]);
}
