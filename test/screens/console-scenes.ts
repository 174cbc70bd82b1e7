import type { Role } from "@veche/protocol";
import { OPEN_CAMPAIGN } from "../journeys/demo-city.setup.ts";
import type { Scene } from "./stage.ts";

/** Rooms that are shown as they open. */
const ROOMS: readonly (readonly [name: string, path: string, role: Role])[] = [
  ["inbox", "conversations", "operator"],
  ["shift", "shift", "admin"],
  ["moderation", `moderation?campaign=${OPEN_CAMPAIGN}`, "moderator"],
  ["jury", "jury", "jury"],
  ["campaigns", "campaigns", "admin"],
  ["results", "results?campaign=moy-gorod-vesnoy", "admin"],
  ["announcements", "announcements?campaign=moy-gorod-vesnoy", "admin"],
  ["articles", "articles", "editor"],
  ["article", "articles?article=kindergarten-queue", "editor"],
  ["staff", "staff", "admin"],
  ["audit", "audit", "admin"],
  ["outages", "outages", "editor"],
  ["city", "city?list=buildings", "editor"],
  ["days", "days", "editor"],
  ["settings", "settings", "admin"],
  ["insights", "insights", "analyst"],
];

const terms: Scene = {
  name: "console-terms",
  async play({ page, server, shoot }) {
    await server("/console/campaigns", "admin");
    await page.locator("tr vaadin-button").nth(1).click();
    await page.waitForTimeout(700);
    await shoot("console-terms");
  },
};

const rooms = ROOMS.map(([name, path, role]): Scene => ({
  name: `console-${name}`,
  async play({ page, server, shoot }) {
    await server(`/console/${path}`, role);
    await page.waitForTimeout(500);
    await shoot(`console-${name}`);
  },
}));

const signIn: Scene = {
  name: "console-sign-in",
  async play({ page, server, shoot }) {
    await server("/console/");
    await page.locator("input[type=email]").fill("operator@novorechensk.example");
    await page.locator("input[type=password]").fill("not-the-password");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    await shoot("console-sign-in");
  },
};

const conversation: Scene = {
  name: "console-conversation",
  async play({ page, server, shoot, words }) {
    await server("/console/conversations", "operator");
    await page
      .getByRole("region", { name: words("Ждут оператора", "Waiting for an operator") })
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("log").getByRole("article").first().waitFor();
    await page.waitForLoadState("networkidle");
    await shoot("console-conversation");
  },
};

const preview: Scene = {
  name: "console-preview",
  async play({ page, server, shoot, words }) {
    await server(`/console/moderation?campaign=${OPEN_CAMPAIGN}`, "moderator");
    await page
      .getByRole("list", { name: words("Работы", "Works") })
      .getByRole("button")
      .first()
      .click();
    await page.waitForTimeout(500);
    await shoot("console-preview");
  },
};

export const consoleScenes: readonly Scene[] = [signIn, ...rooms, terms, conversation, preview];
