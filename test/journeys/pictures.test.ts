import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { chatOn } from "./chat-panel.ts";
import { journey } from "./town.fixture.ts";

const PHOTO = fileURLToPath(new URL("../pictures/orientation/orientation_portrait_6.jpg", import.meta.url));

journey(
  "a resident drops a photo into the chat, sends it with words, and deletes all of it",
  async ({ people }) => {
    const { page } = await people.resident("/");
    const chat = chatOn(page);
    await chat.open();

    const bytes = readFileSync(PHOTO).toString("base64");
    const dropped = await page.evaluateHandle((base64) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([content], "yard.jpg", { type: "image/jpeg" }));
      return data;
    }, bytes);
    await chat.log.dispatchEvent("drop", { dataTransfer: dropped });
    await chat.panel.getByText("Загружен", { exact: true }).waitFor();
    await chat.answerTo(() => chat.say("Смотрите, что во дворе на Мира, 7"));

    const shot = chat.log.getByRole("button", { name: "Открыть снимок крупно" });
    await expect
      .poll(() => shot.locator("canvas").evaluate((it) => (it as HTMLCanvasElement).height))
      .toBe(400);
    await shot.click();
    await page.getByRole("dialog", { name: "Снимок" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Снимок" }).waitFor({ state: "hidden" });
    await chat.panel.waitFor();

    await chat.header.getByRole("button", { name: "О диалоге" }).click();
    await chat.panel.getByRole("button", { name: "Удалить диалог" }).click();
    await chat.panel.getByRole("button", { name: "Удалить", exact: true }).click();
    await chat.panel.getByText("Диалог удалён").waitFor();
    expect(await chat.answers.count()).toBe(0);

    await page.reload();
    await chat.open();
    expect(await chat.answers.count()).toBe(0);
  },
);

journey("a page's own greeting stands beside the button once", async ({ people }) => {
  const { page } = await people.resident("/");
  const greet = () =>
    page.evaluate(() => {
      const before = document.querySelector("veche-chat");
      const chat = document.createElement("veche-chat");
      chat.setAttribute("greeting", "Спросите про капремонт");
      before?.replaceWith(chat);
    });
  await greet();
  const words = page.getByRole("button", { name: "Спросите про капремонт" });
  await words.click();
  const chat = chatOn(page);
  await chat.log.getByText("Спросите про капремонт").waitFor();

  await page.reload();
  await greet();
  await chat.launcher.waitFor();
  await page.waitForTimeout(500);
  expect(await words.count()).toBe(0);
});
