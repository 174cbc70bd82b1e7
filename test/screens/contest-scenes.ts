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

export const contestScenes: readonly Scene[] = [form, gallery, winnersBefore];
