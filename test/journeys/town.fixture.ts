import type { Role } from "@veche/protocol";
import type { BrowserContextOptions, Page } from "playwright-core";
import { inject, test } from "vitest";
import { openDemoCity } from "./demo-city.ts";
import { DEMO_PASSWORD } from "./demo-city.setup.ts";
import { aVisit, type Visit } from "./visit.ts";

/** People with browsers. What went wrong in any of them fails the journey at its end. */
export interface People {
  /** A resident on a page of the town's site, or of another address, who must not get a cookie from it. */
  resident(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** A member of staff, signed in, in a room of the console. */
  staff(role: Role, room: string, options?: BrowserContextOptions): Promise<Visit>;
  /** Before the console's sign-in. */
  door(room: string): Promise<Visit>;
  /** The same by their e-mail, for those whom the demo does not have. */
  member(email: string, room: string): Promise<Page>;
}

/** A test from the demo page, with a city of its own for each file. */
export const journey = test
  // oxlint-disable-next-line no-empty-pattern -- what a fixture needs is read from its pattern
  .extend("city", { scope: "file" }, async ({}, { onCleanup }) => {
    const city = await openDemoCity(inject("demoCity"));
    onCleanup(() => city.close());
    return city;
  })
  .extend("people", async ({ city, task }, { onCleanup }): Promise<People> => {
    const { browser, server, site } = city;
    const residents: Visit[] = [];
    const staff: Visit[] = [];
    const open = async (address: string, options?: BrowserContextOptions) => {
      const visit = await aVisit(browser, [server.url, site], options);
      await visit.page.goto(address);
      return visit;
    };
    onCleanup(async () => {
      const all = [...residents, ...staff];
      const troubles = all.flatMap((visit) => visit.troubles());
      for (const { page } of residents)
        for (const { name } of await page.context().cookies()) troubles.push(`cookie: ${name}`);
      if (troubles.length > 0 || task.result?.state === "fail") {
        const name = task.name.replaceAll(/[^\p{L}\d]+/gu, "-").slice(0, 60);
        await Promise.all(all.map((visit, index) => visit.picture(`failed-${name}-${index + 1}`)));
      }
      await Promise.all(all.map((visit) => visit.close()));
      if (troubles.length > 0) throw new Error(`Trouble in the browser:\n${troubles.join("\n")}`);
    });
    const door = async (room: string, options?: BrowserContextOptions) => {
      const visit = await open(`${server.url}/console/${room}`, options);
      staff.push(visit);
      // "Who am I" has no other way to say: nobody yet.
      visit.expectTrouble(/401 .*\/staff\/session$/);
      return visit;
    };
    const member = async (email: string, room: string, options?: BrowserContextOptions) => {
      const visit = await door(room, options);
      await signIn(visit, email);
      return visit;
    };
    return {
      async resident(path, options) {
        const visit = await open(new URL(path, site).href, options);
        residents.push(visit);
        return visit;
      },
      door: (room) => door(room),
      staff: (role, room, options) => member(`${role}@novorechensk.example`, room, options),
      member: async (email, room) => (await member(email, room)).page,
    };
  });

async function signIn({ page }: Visit, email: string): Promise<void> {
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByLabel("Пароль", { exact: true }).fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("navigation", { name: "Разделы" }).waitFor();
}
