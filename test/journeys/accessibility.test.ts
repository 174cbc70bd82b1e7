import { expect } from "vitest";
import { barriersOn, contrastOn } from "./barriers.ts";
import { chatOn } from "./chat-panel.ts";
import { OPEN_CAMPAIGN } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";

const OTHER_ROOMS = [
  [`results?campaign=${OPEN_CAMPAIGN}`, "Результаты"],
  ["announcements?campaign=moy-gorod-vesnoy", "Объявление итогов"],
  ["articles?article=kindergarten-queue", "Статьи"],
  ["staff", "Сотрудники"],
  ["account", "Моя учётная запись"],
  ["outages", "Отключения"],
  ["city?list=buildings", "Справочники"],
  ["audit", "Журнал"],
  ["settings", "Настройки города"],
  ["insights", "Цифры"],
  ["shift", "Смена и очередь"],
  ["days", "Рабочий календарь"],
  ["questions", "Вопросы жителей"],
  ["campaigns", "Конкурсы"],
  ["ceremony?campaign=moy-gorod-vesnoy", "Награждение"],
] as const;

journey("the town's page with the chat open has nothing that keeps people out", async ({ people }) => {
  const { page } = await people.resident("/");
  const chat = chatOn(page);
  await chat.open();
  await chat.ask("как встать в очередь в детский сад");
  await chat.ask("документы");
  expect(await barriersOn(page)).toEqual([]);

  await chat.panel.getByRole("button", { name: "Размер букв и цвета" }).click();
  expect(await barriersOn(page), "low vision settings").toEqual([]);
});

journey("nor has the chat on a phone in the dark, in English", async ({ people }) => {
  const { page } = await people.resident("/en/", {
    locale: "en-GB",
    colorScheme: "dark",
    viewport: { width: 360, height: 740 },
  });
  const chat = chatOn(page, "en");
  await chat.open();
  await chat.ask("How do I enrol a child in kindergarten?");
  expect(await barriersOn(page)).toEqual([]);
});

journey("nor have the contest's form, the gallery and the winners", async ({ people }) => {
  const { page } = await people.resident("/konkurs/les");
  const form = page.locator("veche-entry-form");
  await form.getByRole("button", { name: "Отправить работу" }).click();
  await form.getByText(/Осталось поправить/).waitFor();
  await page.locator("veche-gallery").getByRole("button").first().waitFor();
  expect(await barriersOn(page), "the form with faults").toEqual([]);

  await page.goto(new URL("/konkurs/vesna", page.url()).href);
  await page.locator("veche-winners").getByRole("figure").first().waitFor();
  await page.locator("veche-gallery").getByRole("button").first().waitFor();
  expect(await barriersOn(page), "winners and gallery").toEqual([]);

  await page.locator("veche-gallery").getByRole("button").first().click();
  await page.getByRole("dialog").waitFor();
  expect(await barriersOn(page), "one picture, large").toEqual([]);
});

journey("nor has the staff's console", async ({ city, people }) => {
  const door = await people.resident("/");
  door.expectTrouble(/401 .*\/staff\/session$/);
  await door.page.goto(`${city.server.url}/console/`);
  await door.page.getByLabel("Электронная почта").waitFor();
  expect(await barriersOn(door.page), "sign-in").toEqual([]);

  const { page } = await people.staff("admin", "conversations");
  await page
    .getByRole("region", { name: /Ждут оператора/ })
    .getByRole("button")
    .first()
    .click();
  await page.getByRole("log", { name: "Переписка" }).getByRole("article").first().waitFor();
  expect(await barriersOn(page), "inbox").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => contrastOn(page), { message: "inbox, in the dark" }).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });

  await page.goto(`${city.server.url}/console/moderation?campaign=${OPEN_CAMPAIGN}`);
  const works = page.getByRole("list", { name: "Работы" });
  await works.getByRole("button").first().waitFor();
  expect(await barriersOn(page), "moderation").toEqual([]);
  await works.getByRole("button").first().click();
  await page.getByRole("button", { name: "Принять" }).waitFor();
  expect(await barriersOn(page), "one work, large").toEqual([]);

  for (const [room, heading] of OTHER_ROOMS) {
    await page.goto(`${city.server.url}/console/${room}`);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await barriersOn(page), room).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    // Colours pass over into each other.
    await expect.poll(() => contrastOn(page), { message: `${room}, in the dark` }).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  }
});
