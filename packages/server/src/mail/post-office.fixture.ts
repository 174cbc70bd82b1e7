import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** A mail server that takes everything, speaks as much SMTP as is needed, and keeps what it got. */
export async function aPostOffice() {
  const letters: { to: string; text: string }[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let to = "";
    let data: string | undefined;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 post.town.example");
    socket.on("data", (chunk) => {
      rest += chunk.toString("utf8");
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
    socket.on("close", () => open.delete(socket));
    function hear(line: string): void {
      if (data !== undefined) {
        if (line !== ".") return void (data += `${line}\n`);
        letters.push({ to, text: decoded(data) });
        data = undefined;
        say("250 kept");
      } else if (/^(EHLO|HELO)/i.test(line)) say("250 post.town.example");
      else if (/^RCPT TO:/i.test(line)) {
        to = /<(.*)>/.exec(line)?.[1] ?? "";
        say("250 known");
      } else if (/^DATA/i.test(line)) {
        data = "";
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 fine");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A letter as people read it: its headers' words and its body, whatever they travelled as. */
function decoded(raw: string): string {
  const unfolded = raw.replace(/\?=\n\s+=\?/g, "?==?").replace(/\n[ \t]+/g, " ");
  const words = unfolded.replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how: string, text: string) =>
    how.toLowerCase() === "b" ? Buffer.from(text, "base64").toString() : quoted(text.replaceAll("_", " ")),
  );
  const [head = "", ...body] = words.split("\n\n");
  const text = body.join("\n\n");
  if (/transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(text, "base64").toString()}`;
  return /quoted-printable/i.test(raw) ? `${head}\n\n${quoted(text)}` : words;
}

const quoted = (text: string) =>
  Buffer.from(
    text
      .replace(/=\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
    "latin1",
  ).toString();
