import type { Scene } from "./stage.ts";

const PAGES = {
  home: ["/", "/en/"],
  news: ["/novosti", "/en/news"],
  contacts: ["/kontakt-centr", "/en/contact-centre"],
  questions: ["/voprosy", "/en/answers"],
  outages: ["/outages", "/en/outages"],
  contests: ["/konkursy", "/en/contests"],
} as const;

const SERVER_PAGES = [
  "/",
  "/embed",
  "/answers",
  "/answers/kindergarten-queue",
  "/outages",
  "/hotlines",
  "/privacy",
  "/nowhere",
];

const townPages = Object.entries(PAGES).map(([name, [russian, english]]): Scene => ({
  name: `town-${name}`,
  async play({ town, shoot }) {
    await town(russian, english);
    await shoot(`town-${name}`, { whole: true });
  },
}));

const serverPages = SERVER_PAGES.map((path): Scene => {
  const name = `server${path.replaceAll("/", "-").replace(/-$/, "")}`;
  return {
    name,
    async play({ server, shoot, look }) {
      await server(look.language === "en" ? `${path}?lang=en` : path);
      await shoot(name, { whole: true });
    },
  };
});

export const townScenes: readonly Scene[] = [...townPages, ...serverPages];
