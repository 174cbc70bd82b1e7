// Does on the page what brings the state about, as a resident would, and says when it is there.
const { acts, shows } = JSON.parse(document.getElementById("play").textContent);
const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 20;

/** The first element that fits, in whatever shadow; a descendant selector may reach through shadows. */
function find(selector, root = document) {
  const [outer, ...inner] = selector.split(" ");
  if (inner.length > 0 && outer.startsWith("veche-")) {
    const host = find(outer, root);
    return host?.shadowRoot && find(inner.join(" "), host.shadowRoot);
  }
  const here = root.querySelector(selector);
  if (here) return here;
  for (const element of root.querySelectorAll("*")) {
    const found = element.shadowRoot && find(selector, element.shadowRoot);
    if (found) return found;
  }
  return undefined;
}

async function there(selector) {
  const until = Date.now() + PATIENCE_MS;
  for (let found = find(selector); ; found = find(selector)) {
    if (found) return found;
    if (Date.now() > until) throw new Error(`${selector} is not there`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

const happen = (element, name) => element.dispatchEvent(new Event(name, { bubbles: true, composed: true }));

async function picture(address) {
  const blob = await (await fetch(address)).blob();
  const data = new DataTransfer();
  data.items.add(new File([blob], "drawing.jpg", { type: blob.type }));
  return data;
}

const does = {
  wait: () => {},
  click: (element) => element.click(),
  check: (element) => {
    element.checked = true;
    happen(element, "change");
  },
  scroll: async (element) => {
    // Beyond the moment in which the newest message is still being kept in sight.
    await new Promise((resolve) => setTimeout(resolve, 300));
    element.scrollTop = 0;
    await new Promise((resolve) => setTimeout(resolve, 300));
  },
  type: (element, text) => {
    element.value = text;
    happen(element, "input");
  },
  pick: async (element, address) => {
    element.files = (await picture(address)).files;
    happen(element, "change");
  },
  paste: async (element, address) => {
    const clipboardData = await picture(address);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  },
};

for (const { into, ...act } of acts) {
  const [[name, value]] = Object.entries(act);
  await does[name](await there(into ?? value), value);
}
await there(shows);
document.documentElement.dataset.state = "there";
