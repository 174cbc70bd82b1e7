// Asks the browser for alerts of one conversation. The ticket came after the #, which no server is told.
const WORKER = "/pages/alerts-worker.js";
const button = document.querySelector("#ask");
const told = document.querySelector("#told");
const { key, done, denied, over, unable, failed } = button.dataset;
const ticket = location.hash.slice(1);
history.replaceState(null, "", location.pathname + location.search);

const address = window.trustedTypes
  ? trustedTypes.createPolicy("veche", { createScriptURL: () => WORKER }).createScriptURL(WORKER)
  : WORKER;

function say(words, isEnd) {
  told.textContent = words;
  button.hidden = isEnd;
}

/** Not `serviceWorker.ready`: that is of a worker that serves this page, and this one serves none. */
function active({ installing, waiting }) {
  const worker = installing ?? waiting;
  return (
    worker &&
    new Promise((resolve) => {
      worker.addEventListener("statechange", () => worker.state === "activated" && resolve());
    })
  );
}

async function ask() {
  if ((await Notification.requestPermission()) !== "granted") return say(denied, false);
  const registration = await navigator.serviceWorker.register(address);
  await active(registration);
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  });
  const { endpoint, keys } = subscription.toJSON();
  const answer = await fetch("/api/v1/conversation/alerts", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ ticket, subscription: { endpoint, keys } }),
  });
  if (answer.ok) say(done, true);
  else say(answer.status === 400 ? over : failed, answer.status === 400);
}

if (!("PushManager" in window) || !navigator.serviceWorker) say(unable, true);
else {
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    ask()
      .catch(() => say(failed, false))
      .finally(() => (button.disabled = false));
  });
}
