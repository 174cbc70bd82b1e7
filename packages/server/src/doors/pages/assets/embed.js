// The code and the preview follow every choice; what is shown can be copied. Without this, the form's button does it.
const form = document.getElementById("choice");
const preview = document.getElementById("preview");
const told = document.getElementById("told");
const PAUSE_MS = 250;
const COPIED_SHOWN_MS = 2000;
let pause;

async function follow() {
  const query = new URLSearchParams(new FormData(form));
  history.replaceState(null, "", `?${query}`);
  preview.src = `/embed/preview?${query}`;
  const code = await (await fetch(`/embed/code?${query}`)).json();
  for (const [name, text] of Object.entries(code)) {
    const place = document.getElementById(`code-${name}`);
    place.textContent = text;
    place.closest("section").hidden = text === "";
  }
}

form.querySelector("button").hidden = true;
form.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => void follow(), PAUSE_MS);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  void follow();
});

/** Pages without HTTPS have no clipboard: there the code is selected, for the keyboard's own copying. */
async function copy(place) {
  getSelection().selectAllChildren(place);
  await navigator.clipboard?.writeText(place.textContent);
  return Boolean(navigator.clipboard);
}

for (const button of document.querySelectorAll(".copy")) {
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (!(await copy(document.getElementById(button.dataset.copies)))) return;
    told.textContent = button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = name;
      told.textContent = "";
    }, COPIED_SHOWN_MS);
  });
}
