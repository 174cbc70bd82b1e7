import { readFile } from "node:fs/promises";
import type { Caller, OwnEntry, StaffMember } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anEntry, terms } from "../../rooms/campaigns/testing/terms.ts";
import { aTown, type TownUnderTest } from "../../town.fixture.ts";

const DRAWING = new URL("../../../../../demo/drawings/kd_9b91dc39.jpg", import.meta.url);
const OPEN = { dates: { opensAt: "2020-01-01T00:00:00Z", closesAt: "2120-01-01T00:00:00Z" } };
const MODERATOR: StaffMember = {
  id: "m",
  name: "m",
  email: "m@town.example",
  role: "moderator",
  sessionId: "s",
};
const moderator: Caller & { staff: StaffMember } = { locale: "ru", network: "n", staff: MODERATOR };

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown();
  await city.town.rooms.campaigns.importCampaigns(terms(OPEN));
});
afterAll(() => city.close());

async function send(firstName: string, publishing: boolean): Promise<{ entry: OwnEntry; token: string }> {
  const form = new FormData();
  const words = anEntry({ authorFirstName: firstName, title: 'Лиса & "костёр"' });
  for (const [name, value] of Object.entries(words))
    if (publishing || name !== "consent.publishing") form.append(name, String(value));
  form.append("drawing", new Blob([await readFile(DRAWING)]), "drawing.jpg");
  const response = await fetch(`${city.url}/api/v1/campaigns/les/entries`, { method: "POST", body: form });
  return (await response.json()) as { entry: OwnEntry; token: string };
}

const page = async ({ number }: OwnEntry) => {
  const response = await fetch(`${city.url}/campaigns/les/works/${number}`, {
    headers: { Accept: "text/html", "Accept-Language": "ru" },
  });
  return { status: response.status, text: await response.text() };
};

test("a published work's link previews with picture and title, and tells no last name; others tell nothing", async () => {
  const [shown, silent, waiting] = [
    await send("Варя", true),
    await send("Ева", false),
    await send("Яна", true),
  ];
  await city.town.rooms.campaigns.operations.decide(
    { ids: [shown.entry.id, silent.entry.id], decision: "approve" },
    moderator,
  );
  const { status, text } = await page(shown.entry);
  expect(status).toBe(200);
  expect(text).toContain(
    '<meta property="og:title" content="«Лиса &amp; &quot;костёр&quot;», Варя К., 6 лет"',
  );
  const [, image = ""] = /property="og:image" content="([^"]+)"/.exec(text) ?? [];
  expect((await fetch(image.replace(/^http:\/\/localhost:\d+/, city.url))).status).toBe(200);
  expect(text).toContain('name="robots" content="noindex"');
  for (const secret of ["Кузнецов", "anna@", "сад № 41"]) expect(text).not.toContain(secret);
  for (const { entry } of [silent, waiting]) {
    const hidden = await page(entry);
    expect(hidden.status).toBe(404);
    expect(hidden.text).not.toContain("Лиса");
  }

  await fetch(`${city.url}/api/v1/entries/${shown.entry.id}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${shown.token}` },
  });
  expect((await page(shown.entry)).status).toBe(404);
});
