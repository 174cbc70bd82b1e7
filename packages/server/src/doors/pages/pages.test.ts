import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../town.fixture.ts";

let city: TownUnderTest;
beforeAll(async () => {
  city = await aTown({ VECHE_DEMO_SITE: "https://town.example" });
  await city.town.rooms.knowledge.importArticles(
    `slug,topic,locale,question,alternatives,answer,department,sourceTitle,sourceUrl,updated,expires
tricky,waste,ru,Что такое <b>?,Знак,"Звоните +7 (3999) 00-05-05. <img src=x onerror=alert(1)> [сюда](javascript:alert(1)) </script>",,Правила,https://town.example/b,2026-10-02,
`,
    "test",
  );
});
afterAll(() => city.close());

async function read(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(city.url + path, {
    headers: { Accept: "text/html", "Accept-Language": "ru", ...headers },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test("who finds a security fault is told whom to tell, where the town says so", async () => {
  expect((await city.call("/.well-known/security.txt")).status).toBe(404);
  const telling = await aTown({ VECHE_SECURITY_CONTACT: "mailto:security@town.example" });
  try {
    const { status, body } = await telling.call("/.well-known/security.txt");
    expect(status).toBe(200);
    expect(body).toMatch(/^Contact: mailto:security@town\.example\nExpires: \d{4}-/);
  } finally {
    await telling.close();
  }
});

test("the first page leads to console, embed page, answers and the town's site", async () => {
  const { status, text } = await read("/");
  expect(status).toBe(200);
  for (const href of ["/console", "/embed", "/answers", "https://town.example"])
    expect(text).toContain(`href="${href}"`);
});

test("a resident without JavaScript finds an answer by their words, with its source and date", async () => {
  const found = await read(`/answers?query=${encodeURIComponent("выбросить диван")}`);
  expect(found.text).toContain('href="/answers/bulky-waste"');
  const { text } = await read("/answers/bulky-waste");
  expect(text).toContain("Вынесите к площадке по субботам.");
  expect(text).toContain('href="https://town.example/musor"');
  expect(text).toContain('<time datetime="2026-10-01">1 октября 2026</time>');
});

test("words that nobody has an answer for are kept, and the page says what to do", async () => {
  const { status, text } = await read("/answers?query=%22%3E%3Cu%3Ezzqx");
  expect(status).toBe(200);
  expect(text).toContain("&quot;&gt;&lt;u&gt;zzqx");
  expect(text).toContain("спросите в чате");
});

test("what an editor wrote can't become markup or script, and phones can be tapped", async () => {
  const { text, headers } = await read("/answers/tricky");
  expect(text).toContain("<h1>Что такое &lt;b&gt;?</h1>");
  expect(text).toContain("&lt;img src=x");
  expect(text).not.toContain("<img src=x");
  expect(text).not.toContain('href="javascript:');
  expect(text).toContain('<a href="tel:+73999000505">');
  const [, data = ""] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text) ?? [];
  expect(JSON.parse(data)).toMatchObject({ "@type": "QAPage", mainEntity: { name: "Что такое <b>?" } });
  expect(headers.get("content-security-policy")).toContain("script-src 'self'");
});

test("readers get their language, and a chosen one stays in the links", async () => {
  expect((await read("/answers", { "Accept-Language": "en-GB,en;q=0.9" })).text).toContain(
    '<html lang="en">',
  );
  expect((await read("/answers", { "Accept-Language": "de" })).text).toContain('<html lang="ru">');
  const { text } = await read("/?lang=en");
  expect(text).toContain('href="/answers?lang=en"');
});

test("the pinned file that the embed page shows is the one that is served", async () => {
  const { text } = await read("/embed");
  const [, file = ""] = /src=&quot;[^&]*(\/embed\/veche\.\d[^&]*\.js)&quot;/.exec(text) ?? [];
  const served = await fetch(city.url + file);
  const digest = createHash("sha384")
    .update(Buffer.from(await served.arrayBuffer()))
    .digest("base64");
  expect(served.status).toBe(200);
  expect(text).toContain(`sha384-${digest}`);
});

test("the accessibility statement stands in both languages and is linked from every page", async () => {
  for (const [path, heading] of [
    ["/accessibility?lang=ru", "<h1>Доступность</h1>"],
    ["/accessibility?lang=en", "<h1>Accessibility</h1>"],
  ] as const) {
    const { status, text } = await read(path);
    expect(status).toBe(200);
    expect(text).toContain(heading);
  }
  for (const path of ["/", "/answers", "/embed", "/privacy", "/nowhere"])
    expect((await read(path)).text).toContain('href="/accessibility');
});

test("a site owner's choice is in the code, and nothing of it can become other markup", async () => {
  const heading = encodeURIComponent('"><script>alert(1)</script>');
  const { text } = await read(`/embed/code?heading=${heading}&accent=%237A1F5C&button=left&campaign=%22`);
  const code = JSON.parse(text) as Record<string, string>;
  expect(code["html"]).toContain('heading="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(code["html"]).toContain('data-position="left"');
  expect(code["css"]).toBe(":root {\n  --veche-accent: #7a1f5c;\n}");
  const preview = await read(`/embed/preview?heading=${heading}&lang=en`);
  expect(preview.text).not.toContain("<script>alert");
  expect(preview.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
});

test("the code of an element keeps its place free until it is there", async () => {
  const { text } = await read("/embed/code?show=gallery&campaign=vesna");
  const { css, tilda } = JSON.parse(text) as Record<string, string>;
  const place = "veche-gallery:not(:defined) {\n  display: block;\n  min-block-size: 100svh;\n}";
  expect(css).toBe(place);
  expect(tilda).toContain(`<style>\n${place}\n</style>`);
});

test("an unknown address is a page for people and a problem document for programs", async () => {
  for (const path of ["/nowhere", "/answers/nowhere", "/campaigns/nowhere"]) {
    const { status, text } = await read(path);
    expect(status).toBe(404);
    expect(text).toContain("Такой страницы нет");
  }
  const answer = await fetch(`${city.url}/api/v1/nowhere`, { headers: { Accept: "text/html" } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

test("search engines are told of every answer, and kept out of the staff's pages", async () => {
  const { text } = await read("/sitemap.xml");
  expect(text).toContain("/answers/bulky-waste</loc><lastmod>2026-10-01</lastmod>");
  const robots = await read("/robots.txt");
  expect(robots.text).toContain("Disallow: /console");
  expect(robots.text).toMatch(/Sitemap: http:\/\/localhost:\d+\/sitemap\.xml/);
});
