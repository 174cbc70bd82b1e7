// Low-vision settings, kept on the device, and the buttons that open the city's chat.
const root = document.documentElement;
const panel = document.getElementById("vision");
const opener = document.querySelector("[data-vision-open]");
const KEPT = "novorechensk-vision";

const settings = { size: "1", colours: "", pictures: "", ...kept() };

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  } catch {
    return {};
  }
}

function apply() {
  for (const [name, value] of Object.entries(settings)) {
    if (value && value !== "1") root.dataset[name] = value;
    else delete root.dataset[name];
  }
  for (const button of panel.querySelectorAll("[data-vision]"))
    button.setAttribute("aria-pressed", String(settings[button.dataset.vision] === button.value));
}

function keep() {
  apply();
  try {
    localStorage.setItem(KEPT, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing still shows the page as chosen.
  }
}

panel.addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (!button) return;
  if (button.dataset.vision) settings[button.dataset.vision] = button.value;
  else Object.assign(settings, { size: "1", colours: "", pictures: "" });
  keep();
});

opener.hidden = false;
opener.addEventListener("click", () => {
  panel.hidden = !panel.hidden;
  opener.setAttribute("aria-expanded", String(!panel.hidden));
  if (!panel.hidden) panel.querySelector("button").focus();
});
apply();

for (const button of document.querySelectorAll("[data-open-chat]")) {
  button.hidden = false;
  button.addEventListener("click", () => document.querySelector("veche-chat")?.setAttribute("open", ""));
}
