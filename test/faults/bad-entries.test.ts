import type { Locale } from "@veche/protocol";
import { afterAll, describe, expect, test } from "vitest";
import { blackPng } from "../../packages/server/src/images/pictures.fixture.ts";
import {
  aDrawing,
  aForm,
  type Body,
  call,
  CONTEST,
  entriesOf,
  type Fields,
  withFile,
} from "./contest-server.ts";
import { type Expected, expectRefused } from "./refused.ts";
import { aWatchedServer } from "./watched-server.ts";

const MB = 1024 * 1024;
const ID = /^[\w-]+$/;

interface Sent {
  readonly entry: { readonly id: string; readonly number: number };
  readonly token: string;
}
let first: Sent;
const server = aWatchedServer(async (it) => {
  first = (await call(entriesOf(it), "ru", { method: "POST", body: aForm() })).body as unknown as Sent;
});

let refused = 0;
afterAll(() => console.log(JSON.stringify({ refused, stored: server.accepted().entries })));

const post = (form: Body, slug: string, locale: Locale, headers: Record<string, string> = {}) =>
  call(entriesOf(server.process(), slug), locale, { method: "POST", body: form, headers });

async function takes(
  form: FormData,
  slug: string = CONTEST.open,
  headers: Record<string, string> = {},
): Promise<Sent> {
  const { status, body } = await post(form, slug, "ru", headers);
  expect(body).toMatchObject({ entry: { id: expect.stringMatching(ID) }, token: expect.any(String) });
  expect(status).toBe(201);
  await server.accept();
  return body as unknown as Sent;
}

async function refuses(
  form: () => Body,
  expected: Expected,
  slug: string = CONTEST.open,
  headers: Record<string, string> = {},
) {
  await expectRefused((locale) => post(form(), slug, locale, headers), expected);
  refused += 2;
}

describe("a file that can't be taken is refused for what it is", () => {
  const jpeg = aDrawing();
  const field = "drawing";
  const notPicture: Expected = { code: "unsupported_media", field, ru: /не фотография/ };
  const damaged: Expected = { code: "unsupported_media", field, ru: /повреждён/ };
  const text = (words: string) => () => Buffer.from(words);

  test.each<[string, () => Uint8Array, Expected]>([
    ["words", text("Дорогая редакция!"), notPicture],
    ["a file of 0 bytes", () => Buffer.alloc(0), notPicture],
    ["a web page", text("<!doctype html><script>alert(1)</script>"), notPicture],
    ["a drawing in SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), notPicture],
    ["a GIF", () => Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=", "base64"), notPicture],
    ["a JPEG cut in the middle", () => jpeg.subarray(0, jpeg.length / 2), damaged],
    ["a JPEG of which only the head came", () => jpeg.subarray(0, 40), damaged],
    ["30 MB", () => Buffer.concat([jpeg], 30 * MB), { code: "too_large", field, ru: /больше 25 МБ/ }],
    ["100 megapixels", () => blackPng(10_000, 10_000), { code: "too_large", field, ru: /50 мегапикселей/ }],
  ])("%s", async (_what, file, expected) => {
    await refuses(() => aForm({}, file()), expected);
  });

  test("none at all", () =>
    refuses(() => aForm({}, "none"), { code: "invalid", field, ru: /Приложите файл/ }));
  test("two of them", () =>
    refuses(() => withFile(aForm(), "drawing", jpeg), { code: "invalid", field, ru: /только один файл/ }));
  test("one more in another field", () =>
    refuses(() => withFile(aForm(), "photo", jpeg), { code: "invalid", field, ru: /только один файл/ }));
  test("one for a contest that needs a larger photo", () =>
    refuses(
      () => aForm({ nomination: "dvor" }),
      { code: "invalid", field, ru: /не меньше 3000 точек/ },
      CONTEST.photo,
    ));
});

describe("a field that can't be right is refused by its name", () => {
  const wrong: [string, Fields, Omit<Expected, "code">][] = [
    ["no title", { title: undefined }, { field: "title", ru: /Заполните/ }],
    ["an empty title", { title: "" }, { field: "title", ru: /Заполните/ }],
    ["a title of spaces", { title: "   " }, { field: "title", ru: /Заполните/ }],
    ["a title of 121 characters", { title: "я".repeat(121) }, { field: "title", ru: /не больше 120/ }],
    ["a title without a letter", { title: "!!!" }, { field: "title", ru: /буквы/ }],
    ["no first name", { authorFirstName: undefined }, { field: "authorFirstName", ru: /Заполните/ }],
    ["no guardian", { guardianName: undefined }, { field: "guardianName", ru: /Заполните/ }],
    ["a contact that reaches nobody", { guardianContact: "нет" }, { field: "guardianContact", ru: /почту/ }],
    ["no nomination", { nomination: undefined }, { field: "nomination", ru: /Заполните/ }],
    ["an unknown nomination", { nomination: "dvor" }, { field: "nomination", ru: /номинации нет/ }],
    ["an age too young", { authorAge: "2" }, { field: "authorAge", ru: /от 3 до 17/ }],
    ["an age too old", { authorAge: "18" }, { field: "authorAge", ru: /от 3 до 17/ }],
    ["an age in words", { authorAge: "восемь" }, { field: "authorAge", ru: /числ/ }],
    ["half a year", { authorAge: "8.5" }, { field: "authorAge", ru: /числ/ }],
    ["an age below nothing", { authorAge: "-1" }, { field: "authorAge", ru: /не меньше 0/ }],
    ["an age beyond all", { authorAge: "1000" }, { field: "authorAge", ru: /не больше 120/ }],
    ["no age", { authorAge: "" }, { field: "authorAge", ru: /Заполните/ }],
    [
      "a nomination for older ones",
      { nomination: "plakat", authorAge: "10" },
      { field: "authorAge", ru: /от 11 лет/ },
    ],
    [
      "no consent to processing",
      { "consent.processing": undefined },
      { field: "consent.processing", ru: /согласия/ },
    ],
    ["an empty consent", { "consent.processing": "" }, { field: "consent.processing", ru: /согласия/ }],
    ...["processing", "publishing", "use"].map((purpose): [string, Fields, Omit<Expected, "code">] => [
      `an old version of the consent to ${purpose}`,
      { [`consent.${purpose}`]: "les-2025-1" },
      { field: `consent.${purpose}`, ru: /согласия изменился/ },
    ]),
  ];
  test.each(wrong)("%s", async (_what, fields, expected) => {
    await refuses(() => aForm(fields), { code: "invalid", ...expected });
  });

  test("no age is not the age of nought where newborns may take part", () =>
    refuses(
      () => aForm({ nomination: "dvor", authorAge: "" }),
      { code: "invalid", field: "authorAge", ru: /Заполните/ },
      CONTEST.photo,
    ));

  test("64 KB of title", () =>
    refuses(() => aForm({ title: "x".repeat(64 * 1024 + 1) }), {
      code: "too_large",
      field: "title",
      ru: /Сократите/,
    }));

  test("61 fields", () => {
    const many = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`more${at}`, "x"]));
    return refuses(() => aForm(many), { code: "too_large", ru: /слишком много полей/ });
  });

  test("without consent to publishing an entry is taken, and judged without being shown", async () => {
    await takes(aForm({ "consent.publishing": undefined }));
  });
});

describe("a contest that takes no entries says so", () => {
  test.each<[string, string, Expected]>([
    ["closed", CONTEST.closed, { code: "conflict", ru: /закончился: .*20\d\d/ }],
    ["not open yet", CONTEST.early, { code: "conflict", ru: /не начался.*20\d\d/ }],
    ["a draft", CONTEST.draft, { code: "not_found", ru: /конкурса нет/ }],
    ["unknown", "no-such-contest", { code: "not_found", ru: /конкурса нет/ }],
  ])("%s", async (_what, slug, expected) => {
    await refuses(() => aForm(), expected, slug);
  });
});

describe("a repeat", () => {
  test("under the same key is the same entry, under the same key with other content a conflict", async () => {
    const headers = { "Idempotency-Key": crypto.randomUUID() };
    const same = { authorLastName: "Одинаковая", guardianContact: "same@town.example" };
    const sent = await takes(aForm(same), CONTEST.open, headers);
    expect(await takes(aForm(same), CONTEST.open, headers)).toEqual(sent);

    const reused: Expected = { code: "conflict", field: "Idempotency-Key", ru: /другая заявка/ };
    await refuses(() => aForm({ ...same, title: "Другое" }), reused, CONTEST.open, headers);
    await refuses(() => aForm(same, aDrawing("kd_1b54538a.jpg")), reused, CONTEST.open, headers);
  });

  test("under a key that is none is refused", () =>
    refuses(
      () => aForm(),
      { code: "invalid", field: "Idempotency-Key", ru: /Idempotency-Key/ },
      CONTEST.open,
      { "Idempotency-Key": "two words" },
    ));

  test("by the same author in the same nomination is refused", async () => {
    const same = { authorLastName: "Первая", guardianContact: "first@town.example" };
    await takes(aForm(same));
    await refuses(() => aForm(same), { code: "conflict", ru: /уже есть/ });
  });
});

describe("what is no form", () => {
  test.each<[string, string, Body, Expected]>([
    ["JSON", "application/json", "{}", { code: "unsupported_media", ru: /multipart/ }],
    [
      "a form without files",
      "application/x-www-form-urlencoded",
      "title=x",
      { code: "unsupported_media", ru: /multipart/ },
    ],
    ["a form without a boundary", "multipart/form-data", "title=x", { code: "invalid", ru: /не целиком/ }],
    [
      "half a form",
      "multipart/form-data; boundary=edge",
      "--edge\r\nContent-Dispo",
      { code: "invalid", ru: /не целиком/ },
    ],
  ])("%s", async (_what, type, body, expected) => {
    await refuses(() => body, expected, CONTEST.open, { "Content-Type": type });
  });
});

describe("somebody's own entry is opened by its token only", () => {
  const asked = (method: string, id: string, authorization?: string) => (locale: Locale) =>
    call(`${server.process().url}/api/v1/entries/${id}`, locale, {
      method,
      headers: authorization ? { Authorization: authorization } : {},
    });
  const private_: Expected = { code: "unauthenticated", ru: /личной ссылке/ };
  const nobodys: Expected = { code: "not_found", ru: /заявки нет/ };

  test.each(["GET", "DELETE"])("%s", async (method) => {
    const other = await takes(aForm());
    const { id } = first.entry;
    expect((await asked("GET", id, `Bearer ${first.token}`)("ru")).status).toBe(200);
    for (const none of [undefined, "Bearer", "Bearer short", `Basic ${first.token}`, first.token]) {
      await expectRefused(asked(method, id, none), private_);
    }
    await expectRefused(asked(method, id, `Bearer ${other.token}`), nobodys);
    await expectRefused(asked(method, id, `Bearer ${first.token}x`), nobodys);
    await expectRefused(asked(method, "no-such-entry", `Bearer ${first.token}`), nobodys);
    refused += 16;
  });
});

test("after all of that the next number is the next", async () => {
  const { entry } = await takes(aForm());
  expect(refused).toBeGreaterThan(80);
  expect(entry.number).toBe(server.accepted().entries);
});

test("and the log tells what was refused, and nothing of families", () => {
  const log = server.process().output();
  expect(log).toContain("listening on");
  for (const told of ["Варя", "Кузнецов", "parent", "Лесная тишина", "рисунок.jpg", first.token])
    expect(log, told).not.toContain(told);
});
