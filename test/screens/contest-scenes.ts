import { fileURLToPath } from "node:url";
import type { Scene } from "./stage.ts";
import { nameOf } from "./stage.ts";

const DRAWING = fileURLToPath(new URL("../../demo/drawings/kd_9b91dc39.jpg", import.meta.url));

/** The campaign's page and the parent's five minutes. */
const form: Scene = {
  name: "contest",
  async play({ page, town, shoot, words, look }) {
    await town("/konkurs/les", "/en/contest/forest");
    await shoot("contest-1-page", { whole: true });
    const form = page.locator("veche-entry-form");
    const send = form.getByRole("button", { name: words("Отправить работу", "Send the work") });
    await send.click();
    await form.getByRole("alert").waitFor();
    await shoot("contest-2-faults", { of: form });

    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      form.getByRole("button", { name: words("Выбрать файл", "Choose a file") }).click(),
    ]);
    await chooser.setFiles(DRAWING);
    const field = (id: string) => form.locator(`#${id}`);
    await field("authorFirstName").fill(words("Василиса-Александра", "Vasilisa-Alexandra"));
    await field("authorLastName").fill(`Преображенская-${look.size.width}${look.scheme}${look.language}`);
    await field("authorAge").fill("8");
    await field("title").fill(`Ёжик сторожит опушку ${nameOf(look)}`);
    await form.getByRole("radio").first().check();
    await field("guardianName").fill("Преображенская Константина Константиновна");
    await field("guardianContact").fill("preobrazhenskaya@pochta.example");
    for (const consent of await form.getByRole("checkbox").all()) await consent.check();
    await shoot("contest-3-filled", { of: form });
    await send.click();
    await form.getByRole("heading", { name: /№|№|Номер|number/i }).waitFor();
    await shoot("contest-4-sent", { of: form });
    await shoot("contest-5-page-after", { whole: true });
  },
};

/** A teacher's sitting, the slip that comes of it, and the parent who opens its link. */
const classroom: Scene = {
  name: "class",
  async play({ page, town, shoot, words, look }) {
    await town("/konkurs/les", "/en/contest/forest");
    await page.getByRole("button", { name: words("Форма для педагога", "The form for teachers") }).click();
    const form = page.locator("veche-class-form");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), form.locator("#add").click()]);
    await chooser.setFiles([DRAWING, DRAWING]);
    const works = form.locator(".work");
    await works.nth(1).waitFor();
    await form.locator("[type=submit]").click();
    await shoot("class-1-faults", { of: form });
    for (const name of ["teacher", "institution"])
      await form.locator(`#${name}`).fill("Преображенская О. П.");
    await form.locator("#teacherContact").fill("olga@shkola.example");
    await form.locator("#className").fill("2 «Б»");
    for (const [index, name] of ["Аня", "Боря"].entries()) {
      const work = works.nth(index);
      await work.locator("input").nth(0).fill(name);
      await work.locator("input").nth(1).fill("15");
      await work
        .locator("input")
        .nth(2)
        .fill(`Лес ${nameOf(look)}`);
      await work.locator("select").selectOption({ index: 1 });
    }
    const answered = page.waitForResponse((response) => response.url().endsWith("/class-entries"));
    await form.locator("[type=submit]").click();
    const { entry, token } = (await (await answered).json()) as { entry: { id: string }; token: string };
    await form.locator("#sent").waitFor();
    await shoot("class-2-sent", { of: form });
    await form.locator("#sent ~ .acts .primary").click();
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>("iframe.veche-slips");
      frame?.style.setProperty("inline-size", "794px");
      frame?.style.setProperty("block-size", "1123px");
      frame?.style.setProperty("inset", "0");
      frame?.style.setProperty("z-index", "99999");
    });
    await page.setViewportSize({ width: 794, height: 1123 });
    await shoot("class-4-slip");
    await page.setViewportSize(look.size);
    await page.evaluate(() => localStorage.clear());
    await page.goto("about:blank");
    await town(
      `/konkurs/les#veche-entry=${entry.id}.${token}`,
      `/en/contest/forest#veche-entry=${entry.id}.${token}`,
    );
    const consent = page.locator("veche-parents-consent");
    await consent.getByRole("checkbox").first().waitFor();
    await shoot("class-3-parent", { of: consent });
  },
};

const gallery: Scene = {
  name: "gallery",
  async play({ page, town, shoot }) {
    await town("/konkurs/vesna", "/en/contest/spring");
    await page.locator("veche-winners").getByRole("figure").first().waitFor();
    await shoot("winners-and-gallery", { whole: true });
    await page.locator("veche-gallery").getByRole("button").first().click();
    await page.getByRole("dialog").waitFor();
    await page.waitForTimeout(500);
    await shoot("gallery-lightbox");
  },
};

const winnersBefore: Scene = {
  name: "winners-before",
  async play({ town, shoot }) {
    await town("/konkurs/les/itogi", "/en/contest/forest");
    await shoot("winners-before", { whole: true });
  },
};

export const contestScenes: readonly Scene[] = [form, classroom, gallery, winnersBefore];
