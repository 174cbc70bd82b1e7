import type { Page } from "playwright-core";
import { expect } from "vitest";
import { codeOf } from "../../packages/server/src/rooms/staff/staff.fixture.ts";
import { barriersOn } from "./barriers.ts";
import { DEMO_PASSWORD } from "./demo-city.setup.ts";
import { journey } from "./town.fixture.ts";
import { aVisit } from "./visit.ts";

const PASSWORD = "синий автобус у моста";

/** Signs in on the page that is open. */
async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
}
/** An administrator says whose sign-in takes more than a password. */
async function askSecondFactor(settings: Page, role: string): Promise<void> {
  await settings.getByRole("checkbox", { name: role, exact: true }).check();
  await settings.getByRole("button", { name: "Сохранить" }).click();
  await settings.getByText("Настройки сохранены").first().waitFor();
}
const inside = (page: Page) => page.getByRole("navigation", { name: "Разделы" }).waitFor();

journey(
  "somebody invited joins by the link, sets up the code that the city asks for, and comes in by it",
  async ({ city, people }) => {
    await askSecondFactor((await people.staff("admin", "settings")).page, "Оператор");
    const admin = (await people.staff("admin", "staff")).page;
    await admin.getByRole("button", { name: "Пригласить" }).click();
    await admin.getByRole("dialog").getByLabel("Электронная почта").fill("inna@novorechensk.example");
    await admin.getByRole("dialog").getByLabel("Имя").fill("Инна Белова");
    await admin.getByRole("button", { name: "Создать ссылку" }).click();
    const link = await admin.getByText("#invitation=").innerText();
    await admin.getByRole("button", { name: "Закрыть", exact: true }).click();
    await admin.getByRole("heading", { name: "Ждут ответа" }).waitFor();

    const visit = await aVisit(city.browser, [city.server.url]);
    const { page } = visit;
    await page.goto(link.replace(/^https?:\/\/[^/]+/, city.server.url));
    await page.getByRole("heading", { name: "Добро пожаловать" }).waitFor();
    await page.getByLabel("Придумайте пароль").fill(PASSWORD);
    await page.getByRole("button", { name: "Сохранить и перейти ко входу" }).click();
    await enter(page, "inna@novorechensk.example", PASSWORD);

    await page.getByRole("heading", { name: "Осталось включить вход по коду" }).waitFor();
    expect(await barriersOn(page), "the second factor that is asked for").toEqual([]);
    await page.getByRole("button", { name: "Включить" }).click();
    await page.getByLabel("Ваш пароль").fill(PASSWORD);
    await page.getByRole("button", { name: "Дальше" }).click();
    const secret = await page.locator("code").innerText();
    const uri = `otpauth://totp/Veche?secret=${secret}`;
    await page.getByLabel("Код из приложения").fill(codeOf(uri, -1));
    await page.getByRole("button", { name: "Подтвердить" }).click();
    await page.getByRole("list", { name: "Запасные коды" }).waitFor();
    await page.getByRole("button", { name: "Я сохранил(а)" }).click();
    await inside(page);

    await page.getByRole("button", { name: "Выйти" }).click();
    await enter(page, "inna@novorechensk.example", PASSWORD);
    await page.getByLabel("Код из приложения").fill(codeOf(uri));
    await page.keyboard.press("Enter");
    await inside(page);
    await visit.close();
  },
);

journey(
  "a passkey opens the console without a password, and is a second factor itself",
  async ({ city, people }) => {
    // Browsers give passkeys to names, not to numbers.
    const address = city.server.url.replace("127.0.0.1", "localhost");
    const visit = await aVisit(city.browser, [address]);
    const { page } = visit;
    await page.goto(`${address}/console/account`);
    await enter(page, "analyst@novorechensk.example", DEMO_PASSWORD);
    await inside(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.getByRole("button", { name: "Добавить ключ" }).click();
    await page.getByText("Ключ добавлен").waitFor();
    await askSecondFactor((await people.staff("admin", "settings")).page, "Аналитик");
    await page.getByRole("button", { name: "Выйти" }).click();
    await page.getByRole("button", { name: "Войти ключом доступа" }).click();
    await inside(page);
    expect(await page.getByText("Аналитик", { exact: true }).count()).toBe(1);
    await visit.close();
  },
);

journey("a changed password shows the door, here and elsewhere", async ({ people }) => {
  const visit = await people.staff("moderator", "account");
  visit.expectTrouble(/40[01] .*\/staff\//);
  const elsewhere = await people.staff("moderator", "moderation");
  elsewhere.expectTrouble(/401 .*\/staff\//);
  const { page } = visit;
  await page.getByLabel("Нынешний пароль").fill(DEMO_PASSWORD);
  await page.getByLabel("Новый пароль").fill("qwerty123456");
  await page.getByRole("button", { name: "Сменить пароль" }).click();
  await page.getByText("подбирают первым").waitFor();
  await page.getByLabel("Новый пароль").fill(PASSWORD);
  await page.getByRole("button", { name: "Сменить пароль" }).click();
  await page.getByRole("heading", { name: "Войдите снова" }).waitFor();
  await elsewhere.page.reload();
  await elsewhere.page.getByLabel("Пароль", { exact: true }).waitFor();
  // Others sign in as this person with the password that they know.
  await page.getByLabel("Пароль", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await inside(page);
});
