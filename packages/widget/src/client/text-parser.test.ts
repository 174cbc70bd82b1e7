import { expect, test } from "vitest";
import { Decoder, Encoder, type Packet } from "./text-parser.ts";

/** As the protocol's own page writes them, with a few that it leaves out. */
const PACKETS: readonly [string, Packet][] = [
  ["0", { type: 0, nsp: "/" }],
  ['0/chat,{"token":"123"}', { type: 0, nsp: "/chat", data: { token: "123" } }],
  ["1/chat,", { type: 1, nsp: "/chat" }],
  ['2["foo"]', { type: 2, nsp: "/", data: ["foo"] }],
  ['2/chat,["message",{"text":"1,2\\n3"}]', { type: 2, nsp: "/chat", data: ["message", { text: "1,2\n3" }] }],
  ['2/chat,12["message:send",{}]', { type: 2, nsp: "/chat", id: 12, data: ["message:send", {}] }],
  ["3/chat,0[]", { type: 3, nsp: "/chat", id: 0, data: [] }],
  ['4/chat,{"message":"no"}', { type: 4, nsp: "/chat", data: { message: "no" } }],
];

test.each(PACKETS)("%s is written and read as the protocol has it", (text, packet) => {
  expect(new Encoder().encode(packet)).toEqual([text]);
  const read: Packet[] = [];
  const decoder = new Decoder();
  decoder.on("decoded", (one) => read.push(one));
  decoder.add(text);
  expect(read).toEqual([{ id: undefined, data: undefined, ...packet }]);
});

test.each(["", "hello", "7[]", '2/chat,["cut', '51-["binary",{"_placeholder":true,"num":0}]'])(
  "%s is no packet and breaks the line",
  (text) => {
    const decoder = new Decoder();
    decoder.on("decoded", () => {});
    expect(() => decoder.add(text)).toThrow();
  },
);
