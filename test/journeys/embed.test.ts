import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

journey("the town's page pays for one small script until somebody wants to ask", async ({ city, people }) => {
  const { page, requests } = await people.resident("/");
  await page.waitForLoadState("networkidle");
  const fromServer = () =>
    requests.filter((address) => address.replace(/^ws/, "http").startsWith(city.server.url));
  const kept = () => page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));

  expect(fromServer()).toEqual([`${city.server.url}/embed/veche.js`]);
  expect(await kept()).toEqual([]);

  const chat = chatOn(page);
  await chat.open();
  await chat.ask("когда выходной у МФЦ");

  expect(fromServer().length).toBeGreaterThan(3);
  expect((await kept()).filter((name) => !name.startsWith("veche:"))).toEqual([]);
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

journey("two tabs of one resident agree", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.open();
  await chat.ask("когда выходной у МФЦ");

  const second = await page.context().newPage();
  await second.goto(page.url());
  const beside = chatOn(second);
  await beside.open();
  await beside.log.getByText("когда выходной у МФЦ").waitFor();
  await beside.ask("как встать в очередь в детский сад");

  await expect.poll(() => chat.answers.count()).toBe(2);
  expect(await chat.answers.allInnerTexts()).toEqual(await beside.answers.allInnerTexts());
});
