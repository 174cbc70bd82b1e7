// Shows that an operator has answered, without the words, and opens the page where it was asked.
addEventListener("push", (event) => {
  const { title, body, tag, lang, url } = event.data.json();
  event.waitUntil(
    registration.showNotification(title, { body, tag, lang, icon: "/pages/icon.svg", data: { url } }),
  );
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data.url));
});
