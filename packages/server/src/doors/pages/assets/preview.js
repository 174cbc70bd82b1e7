// The chosen colours, as the site's own style sheet would set them.
const chosen = new URLSearchParams(location.search);
const { style } = document.documentElement;
if (/^#[0-9a-f]{6}$/i.test(chosen.get("accent") ?? ""))
  style.setProperty("--veche-accent", chosen.get("accent"));
if (/^\d{1,2}$/.test(chosen.get("radius") ?? ""))
  style.setProperty("--veche-radius", `${chosen.get("radius")}px`);
const theme = chosen.get("theme");
if (theme === "light" || theme === "dark") style.colorScheme = theme;
