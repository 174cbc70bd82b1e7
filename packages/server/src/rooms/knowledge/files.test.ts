import type { SheetImport } from "@veche/protocol";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../town.fixture.ts";

let city: TownUnderTest;
let editor: string;
beforeAll(async () => {
  city = await aTown();
  editor = await city.signIn("editor@town.example");
});
afterAll(() => city.close());

async function read(file: Blob, name: string) {
  const form = new FormData();
  form.set("file", file, name);
  const response = await fetch(`${city.url}/api/v1/staff/articles-imports`, {
    method: "POST",
    headers: { Cookie: editor, Origin: city.url, "Accept-Language": "en" },
    body: form,
  });
  return ((await response.json()) as { import: SheetImport }).import;
}
const take = (id: string) =>
  city.call(`/api/v1/staff/articles-imports/${id}/application`, { method: "POST", cookie: editor });

test.each(["csv", "xlsx"])(
  "articles go out as %s, come back unchanged, and what is changed is answered",
  async (format) => {
    const file = await fetch(`${city.url}/api/v1/staff/articles-file?format=${format}`, {
      headers: { Cookie: editor },
    });
    const same = await read(await file.blob(), `articles.${format}`);
    expect(same).toMatchObject({ state: "ready", counts: { added: 0, changed: 0 } });
    expect(await take(same.id)).toMatchObject({ status: 200 });
  },
);

test("a changed and a new article are shown first, and answered from once they are taken", async () => {
  const header =
    "slug;topic;locale;question;alternatives;answer;department;sourceTitle;sourceUrl;updated;expires";
  const rows = [
    "bulky-waste;waste;ru;Куда деть старый диван?;;Звоните перевозчику.;;Правила;;2026-11-01;",
    "snow;roads;ru;Кто убирает снег?;;Дорожная служба.;vodokanal;Правила;;2026-11-01;",
  ];
  const csv = new Blob([[header, ...rows].join("\r\n")]);
  const found = await read(csv, "articles.csv");
  expect(found).toMatchObject({
    counts: { added: 1, changed: 1, removed: 0 },
    changes: [
      { key: "bulky-waste (ru)", kind: "changed" },
      { key: "snow (ru)", kind: "added" },
    ],
  });
  expect((await city.call("/api/v1/articles/snow")).status).toBe(404);
  expect(await take(found.id)).toMatchObject({ body: { import: { state: "done" } } });
  expect((await city.call("/api/v1/articles/snow")).body).toMatchObject({
    article: { answer: "Дорожная служба." },
  });
  const bad = await read(new Blob([`${header}\r\n;roads;ru;;;;;;;;`]), "articles.csv");
  expect(bad.state).toBe("refused");
  expect(bad.problems[0]?.line).toBe(2);
});
