import { expect, test } from "vitest";
import { freePort, aServerProcess } from "../server-process.ts";
import { startBrowser } from "../journeys/browser.ts";
import { chatOn } from "../journeys/chat-panel.ts";
import { aPage } from "./a-page.ts";

/** What the browser's own service would give: no such service can be reached from here. */
const SUBSCRIPTION = {
  endpoint: "https://fcm.googleapis.com/fcm/send/device-of-the-test",
  keys: {
    p256dh: "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
    auth: "tBHItJI5svbpez7KI4CCXg",
  },
};

test("who waits in the queue asks to be told, and the device shows that an answer came", async () => {
  const port = await freePort();
  const own = `http://localhost:${port}`;
  const site = await aPage(`<script type="module" src="${own}/embed/veche.js"></script>`);
  const server = await aServerProcess({
    PORT: String(port),
    VECHE_PUBLIC_URL: own,
    VECHE_ORIGINS: site.url,
    VECHE_PUSH_CONTACT: "mailto:it@town.example",
  });
  const [browser] = await Promise.all([startBrowser(), server.start()]);
  try {
    const context = await browser.newContext({ locale: "ru-RU" });
    await context.grantPermissions(["notifications"], { origin: own });
    await context.addInitScript((subscription) => {
      PushManager.prototype.subscribe = () =>
        Promise.resolve({ toJSON: () => subscription } as unknown as PushSubscription);
    }, SUBSCRIPTION);
    const page = await context.newPage();
    await page.goto(site.url);
    const chat = chatOn(page);
    await chat.open();
    await chat.panel.getByRole("button", { name: "Позвать оператора" }).click();

    const opened = context.waitForEvent("page");
    await chat.panel.getByRole("button", { name: "Сообщить, когда ответят" }).click();
    const alerts = await opened;
    await alerts.waitForURL(`${own}/alerts*`);
    // The ticket is taken out of the address bar, and is not asked for of any server.
    await expect.poll(() => alerts.url()).toBe(`${own}/alerts`);
    await alerts.getByRole("button", { name: "Сообщать на этом устройстве" }).click();
    await alerts.getByRole("status").getByText("Готово: сообщим.").waitFor();

    const devtools = await context.newCDPSession(alerts);
    const registered = new Promise<string>((resolve) => {
      devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId);
      });
    });
    await devtools.send("ServiceWorker.enable");
    await devtools.send("ServiceWorker.deliverPushMessage", {
      origin: own,
      registrationId: await registered,
      data: JSON.stringify({
        title: "Вам ответил оператор",
        body: "Откройте чат.",
        tag: "one",
        lang: "ru",
        url: site.url,
      }),
    });
    const shown = () =>
      alerts.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration("/pages/");
        return (await registration?.getNotifications())?.map(({ title, body, data }) => [title, body, data]);
      });
    await expect.poll(shown).toEqual([["Вам ответил оператор", "Откройте чат.", { url: site.url }]]);
  } finally {
    await browser.close();
    await site.close();
    await server.remove();
  }
});
