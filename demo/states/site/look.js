// Shows the chosen state in the chosen look.
const form = document.querySelector("form");
const frame = document.querySelector("iframe");
const links = [...document.querySelectorAll("nav a")];
let state = location.hash.slice(1) || "greeting";

function show() {
  const { tongue, width, ...look } = Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, String(value)]),
  );
  frame.style.inlineSize = `${width}px`;
  frame.src = `/${tongue}/${state}?${new URLSearchParams(look)}`;
  for (const link of links) link.toggleAttribute("aria-current", link.getAttribute("data-name") === state);
}

for (const link of links)
  link.addEventListener("click", (event) => {
    event.preventDefault();
    state = link.getAttribute("data-name") ?? state;
    history.replaceState(null, "", `#${state}`);
    show();
  });
form.addEventListener("change", show);
show();
