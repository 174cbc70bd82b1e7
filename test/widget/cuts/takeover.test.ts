import { expect, test } from "vitest";
import { startBrowser } from "../../journeys/browser.ts";
import { chatOn } from "../../journeys/chat-panel.ts";
import { aServerProcess, freePort } from "../../server-process.ts";
import { aPage } from "../a-page.ts";
import { aNetwork } from "./network.ts";

const SOON_MS = 5000;

test("a WebSocket that breaks just when it takes over costs a moment, not the line", async () => {
  const port = await freePort();
  const network = await aNetwork(port);
  const site = await aPage(`<script type="module" src="${network.url}/embed/veche.js"></script>`);
  const server = await aServerProcess({ PORT: String(port), VECHE_ORIGINS: site.url });
  const [browser] = await Promise.all([startBrowser(), server.start()]);
  try {
    network.cutTakeovers();
    const page = await browser.newPage({ locale: "ru-RU" });
    const broken = page.waitForEvent("websocket").then((socket) => socket.waitForEvent("close"));
    await page.goto(site.url);
    const chat = chatOn(page);
    await chat.open();
    await broken;
    network.mend();
    page.setDefaultTimeout(SOON_MS);
    await chat.ask("Когда включат воду?");
    expect(await chat.log.getByText("Когда включат воду?").count()).toBe(1);
  } finally {
    await browser.close();
    await network.close();
    await site.close();
    await server.remove();
  }
});
