// What the device remembers, before the elements look: each state begins from nothing but its own.
const { device, sight } = JSON.parse(document.getElementById("play").textContent);
const prefix = `veche:${location.origin}:`;
localStorage.clear();
for (const [name, value] of Object.entries(device)) localStorage.setItem(prefix + name, value);
localStorage.setItem("veche:low-vision", JSON.stringify(sight));
void indexedDB.databases?.().then((all) => {
  for (const { name } of all) if (name?.startsWith("veche")) indexedDB.deleteDatabase(name);
});
