import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal, REFUSAL_STATUS } from "@veche/protocol";
import express, { type ErrorRequestHandler } from "express";
import { afterAll, describe, expect, test, vi } from "vitest";
import { cutUnread } from "./body-limit.ts";
import { sweepQuarantine } from "./quarantine.ts";
import { createUploads, type ReceivedUpload } from "./uploads.ts";

const MB = 1024 * 1024;
const MAX_BYTES = MB;
const home = await mkdtemp(join(tmpdir(), "veche-upload-"));
const quarantine = join(home, "quarantine");
const taken = join(home, "taken.jpg");

const told: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  if (!(error instanceof Refusal)) return response.status(500).json({ message: String(error) });
  response.status(REFUSAL_STATUS[error.code]).json({ code: error.code, ...error.details });
};
const app = express();
const uploads = createUploads({
  folder: quarantine,
  maxBytes: MAX_BYTES,
  newId: () => crypto.randomUUID(),
});
const receive = uploads.receive("drawing");
app.use(cutUnread());
app.post("/entries", receive, async (_request, response) => {
  const { fields, file }: ReceivedUpload = response.locals.upload;
  const content = file ? await readFile(file.path, "latin1") : undefined;
  response.json({
    fields,
    file: file && { name: file.name, bytes: file.bytes },
    content: content?.slice(0, 20),
  });
});
app.post("/kept", receive, async (_request, response) => {
  const { file }: ReceivedUpload = response.locals.upload;
  await rename(file!.path, taken);
  response.json({});
});
const slow = { begin: () => {}, end: Promise.resolve() };
app.post("/slow", receive, async (_request, response) => {
  const { file }: ReceivedUpload = response.locals.upload;
  slow.begin();
  await slow.end;
  await rename(file!.path, taken);
  response.json({});
});
app.use(told);
const server = createServer(app).listen(0, "127.0.0.1");
await once(server, "listening");
const { port } = server.address() as AddressInfo;
const address = `http://127.0.0.1:${port}`;
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(home, { recursive: true });
});

function aForm(parts: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value, "Мой рисунок.jpg");
  }
  return form;
}

async function send(body: FormData | string, path = "/entries") {
  const response = await fetch(address + path, { method: "POST", body });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

const bytes = (length: number) => new Blob([Buffer.alloc(length, "x")]);
const emptyQuarantine = () => vi.waitFor(async () => expect(await readdir(quarantine)).toEqual([]), 3_000);

describe("an entry's form", () => {
  test("arrives with its fields, its file and the file's Russian name, and nothing stays afterwards", async () => {
    const form = aForm({
      title: "Ёлка у нас во дворе",
      "consent.processing": "2026-1",
      drawing: new Blob(["colours"]),
    });

    expect(await send(form)).toEqual({
      status: 200,
      fields: { title: "Ёлка у нас во дворе", "consent.processing": "2026-1" },
      file: { name: "Мой рисунок.jpg", bytes: 7 },
      content: "colours",
    });
    await emptyQuarantine();
  });

  test("whose file somebody took away keeps it", async () => {
    await send(aForm({ drawing: new Blob(["kept"]) }), "/kept");
    expect(await readFile(taken, "utf8")).toBe("kept");
  });

  test("may come without a file", async () => {
    expect(await send(aForm({ title: "Без рисунка" }))).toEqual({
      status: 200,
      fields: { title: "Без рисунка" },
    });
  });

  test("may hold 64 KB of text in a field, and not a byte more", async () => {
    const longest = "я".repeat(32 * 1024);
    expect(await send(aForm({ title: longest }))).toMatchObject({ status: 200, fields: { title: longest } });
    expect(await send(aForm({ title: `${longest}!`, drawing: new Blob(["x"]) }))).toEqual({
      status: 413,
      code: "too_large",
      reason: "uploads.long_field",
      field: "title",
    });
    await emptyQuarantine();
  });

  test("may hold a file of exactly the limit", async () => {
    expect(await send(aForm({ drawing: bytes(MAX_BYTES) }))).toMatchObject({
      status: 200,
      file: { bytes: MAX_BYTES },
    });
  });

  test("with a file name that is a path has only a name", async () => {
    const form = new FormData();
    form.append("drawing", new Blob(["x"]), "../../etc/\u202epasswd.jpg");
    const { file } = (await send(form)) as unknown as { file: { name: string } };
    expect(file.name).toMatch(/^[^/\\\p{C}]+$/u);
  });
});

describe("a form that can't be right is refused by name and leaves nothing", () => {
  const drawing = new Blob(["x"]);
  const twice = (name: string, value: string | Blob) => {
    const form = new FormData();
    for (const _ of [1, 2]) {
      if (typeof value === "string") form.append(name, value);
      else form.append(name, value, "a.jpg");
    }
    return form;
  };
  const many = Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`field${at}`, "x"]));

  test.each<[string, FormData, object]>([
    ["two files", twice("drawing", drawing), { status: 400, code: "invalid", reason: "uploads.one_file" }],
    [
      "a file elsewhere",
      aForm({ photo: drawing }),
      { status: 400, reason: "uploads.one_file", field: "photo" },
    ],
    ["a field twice", twice("title", "x"), { status: 400, reason: "uploads.repeated_field", field: "title" }],
    ["nested fields", aForm({ "title[ru]": "x", drawing }), { status: 400, reason: "uploads.broken" }],
    [
      "61 fields",
      aForm({ ...many, drawing }),
      { status: 413, code: "too_large", reason: "uploads.many_parts" },
    ],
  ])("%s", async (_what, form, refusal) => {
    expect(await send(form)).toMatchObject(refusal);
    await emptyQuarantine();
  });

  test("a field named like an object's insides is a field like any other", async () => {
    expect(await send(aForm({ __proto__x: "x", constructor: "y" }))).toMatchObject({
      fields: { __proto__x: "x", constructor: "y" },
    });
  });

  test("something else than a form", async () => {
    expect(await send(JSON.stringify({ title: "x" }))).toMatchObject({
      status: 415,
      reason: "uploads.not_a_form",
    });
  });

  test("a form that stops before its end", async () => {
    const head = multipartHead();
    const answer = await overSocket(`${head}Content-Length: ${PART_HEAD.length}\r\n\r\n${PART_HEAD}`);
    expect(answer).toContain("400 Bad Request");
    expect(answer).toContain("uploads.broken");
    await emptyQuarantine();
  });
});

describe("a file that is too large is refused so that the client hears it", () => {
  const refusal = {
    status: 413,
    code: "too_large",
    reason: "uploads.too_large",
    field: "drawing",
    values: { megabytes: 1 },
  };

  test.each([
    ["by a byte", MAX_BYTES + 1],
    ["thirty times", 30 * MB],
  ])("%s", async (_much, length) => {
    expect(await send(aForm({ drawing: bytes(length) }))).toEqual(refusal);
    await emptyQuarantine();
  });

  test("by a client that doesn't listen before it has sent everything", async () => {
    const body = Buffer.concat([Buffer.from(PART_HEAD), Buffer.alloc(30 * MB), Buffer.from(PART_TAIL)]);
    const socket = await opened();
    socket.pause();
    socket.write(`${multipartHead()}Content-Length: ${body.length}\r\n\r\n`);
    for (let at = 0; at < body.length; at += MB) {
      if (!socket.write(body.subarray(at, at + MB))) await once(socket, "drain");
    }
    expect(await answerOn(socket)).toContain("413 Payload Too Large");
    socket.destroy();
    await emptyQuarantine();
  });

  test("by a client that never said how much, and is cut in the end", async () => {
    const socket = await opened();
    const answer = answerOn(socket);
    const cut = new Promise((resolve) => socket.once("close", resolve));
    let sent = 0;
    socket.write(`${multipartHead()}Transfer-Encoding: chunked\r\n\r\n${asChunk(Buffer.from(PART_HEAD))}`);
    const chunk = asChunk(Buffer.alloc(MB));
    while (!socket.destroyed && sent < 200) {
      sent += 1;
      if (!socket.write(chunk, "latin1"))
        await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), cut]);
    }
    expect(await answer).toContain("413 Payload Too Large");
    await cut;
    expect(sent).toBeLessThan(100);
    await emptyQuarantine();
  });
});

test("a client that leaves after it was refused, before it has sent everything, leaves nothing", async () => {
  const socket = await opened();
  socket.write(`${multipartHead()}Transfer-Encoding: chunked\r\n\r\n${asChunk(Buffer.from(PART_HEAD))}`);
  for (let sent = 0; sent < 8; sent += 1) socket.write(asChunk(Buffer.alloc(MB)), "latin1");
  expect(await answerOn(socket)).toContain("413 Payload Too Large");
  expect(await readdir(quarantine)).toHaveLength(1);
  socket.resetAndDestroy();

  await emptyQuarantine();
});

test("uploads that are dropped anywhere leave neither file nor open descriptor", async () => {
  const drop = async (afterBytes: number) => {
    const socket = await opened();
    socket.write(`${multipartHead()}Content-Length: ${MB}\r\n\r\n${PART_HEAD}`);
    socket.write(Buffer.alloc(afterBytes));
    // Some are dropped while the file is being opened, some while it is written.
    await new Promise((resolve) => setTimeout(resolve, afterBytes % 7));
    socket.resetAndDestroy();
  };
  const before = await openInQuarantine();
  await Promise.all(Array.from({ length: 30 }, (_, at) => drop(at * 30_001)));

  await emptyQuarantine();
  expect(before).toEqual([]);
  await vi.waitFor(async () => expect(await openInQuarantine()).toEqual([]));
});

test("a client that leaves while its file is worked on doesn't take it from the handler", async () => {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  Object.assign(slow, { begin: begun.resolve, end: end.promise });
  const body = `${PART_HEAD}worked on${PART_TAIL}`;
  const socket = await opened();
  socket.write(`${multipartHead("/slow")}Content-Length: ${body.length}\r\n\r\n${body}`);
  await begun.promise;
  socket.resetAndDestroy();
  await once(socket, "close");
  end.resolve();

  await vi.waitFor(async () => expect(await readFile(taken, "utf8")).toBe("worked on"));
});

test("what an earlier process left in quarantine is swept, what is fresh is not", async () => {
  const folder = await mkdtemp(join(home, "left-"));
  const now = new Date();
  const twoHoursAgo = new Date(now.getTime() - 2 * 60 * 60 * 1_000);
  await mkdir(join(folder, "pictures"));
  for (const left of ["left", "pictures/left"]) {
    await writeFile(join(folder, left), "x");
    await utimes(join(folder, left), twoHoursAgo, twoHoursAgo);
  }
  await writeFile(join(folder, "fresh"), "x");

  expect(await sweepQuarantine(folder, () => now)).toBe(2);
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(["fresh", "pictures"]);
  expect(await sweepQuarantine(join(home, "no-such-folder"), () => now)).toBe(0);
});

const PART_HEAD =
  '--edge\r\nContent-Disposition: form-data; name="drawing"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
const PART_TAIL = "\r\n--edge--\r\n";

function multipartHead(path = "/entries"): string {
  return `POST ${path} HTTP/1.1\r\nHost: town.example\r\nContent-Type: multipart/form-data; boundary=edge\r\n`;
}

function asChunk(data: Buffer): string {
  return `${data.length.toString(16)}\r\n${data.toString("latin1")}\r\n`;
}

async function opened(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** The whole answer of one exchange, or what came of it before the connection broke. */
async function answerOn(socket: Socket): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  let text = "";
  socket.setEncoding("utf8").on("data", (part: string) => {
    text += part;
    if (text.endsWith("}")) resolve(text);
  });
  socket.once("close", () => resolve(text));
  socket.resume();
  return promise;
}

async function overSocket(request: string): Promise<string> {
  const socket = await opened();
  socket.write(request);
  const answer = await answerOn(socket);
  socket.destroy();
  return answer;
}

async function openInQuarantine(): Promise<string[]> {
  const descriptors = await readdir("/proc/self/fd").catch(() => []);
  const targets = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => "")));
  return targets.filter((target) => target.startsWith(quarantine));
}
