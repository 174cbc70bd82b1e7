import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { blackPng } from "../../packages/server/src/images/pictures.fixture.ts";

/** What a file has in it that nobody may see. */
export const MARKER = "MARKER-56.8386N-60.6055E";

export interface OddPicture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `either`: broken, and a decoder may still read it. */
  readonly expected: "taken" | "refused" | "either";
  /** Of a taken one, where it matters: upright. */
  readonly size?: string;
}

type Kind = "jpeg" | "png" | "webp";
const KINDS: readonly Kind[] = ["jpeg", "png", "webp"];
const ASCII = (words: string) => Buffer.from(words, "latin1");
const HEIC = readFileSync(fileURLToPath(new URL("../pictures/heic/drawing.heic", import.meta.url)));

/** Numbers from 0 to 1, the same ones for the same seed. */
function chanceOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 0x1_00_00_00;
  };
}

function aPicture(seed: number, width = 90, height = 60): Sharp {
  const chance = chanceOf(seed);
  const [r, g, b] = [chance() * 200, chance() * 200, chance() * 200];
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 3) {
    const shade = ((at / 3) % width) / 2 + chance() * 12;
    data[at] = r + shade;
    data[at + 1] = g + shade;
    data[at + 2] = b + shade / 2;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const encoded = (picture: Sharp, kind: Kind): Promise<Buffer> => picture.toFormat(kind).toBuffer();

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A JPEG with a segment behind its first two bytes. */
const withSegment = (jpeg: Buffer, marker: number, content: Buffer) =>
  Buffer.concat([jpeg.subarray(0, 2), segment(marker, content), jpeg.subarray(2)]);

function chunk(type: string, content: Uint8Array, sum?: number): Buffer {
  const named = Buffer.concat([ASCII(type), content]);
  const ends = [Buffer.alloc(4), Buffer.alloc(4)] as const;
  ends[0].writeUInt32BE(content.length);
  ends[1].writeUInt32BE(sum ?? crc32(named));
  return Buffer.concat([ends[0], named, ends[1]]);
}

const PNG_HEAD = 33;
const withChunk = (png: Buffer, added: Buffer) =>
  Buffer.concat([png.subarray(0, PNG_HEAD), added, png.subarray(PNG_HEAD)]);

const IPTC = () => {
  const record = Buffer.concat([Buffer.from([0x1c, 2, 120, 0, MARKER.length]), ASCII(MARKER)]);
  const block = Buffer.concat([ASCII("8BIM"), Buffer.from([4, 4, 0, 0, 0, 0, 0, record.length]), record]);
  return Buffer.concat([ASCII("Photoshop 3.0\0"), block, Buffer.alloc(record.length % 2)]);
};

const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${MARKER}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

async function withMetadata(): Promise<OddPicture[]> {
  const found: OddPicture[] = [];
  const add = (name: string, bytes: Uint8Array) => found.push({ name, bytes, expected: "taken" });
  for (let seed = 0; seed < 8; seed++)
    for (const kind of KINDS) {
      const picture = () => aPicture(seed);
      const exif = {
        IFD0: { Artist: MARKER, Make: MARKER },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "56/1 50/1 0/1", GPSMapDatum: MARKER },
      };
      add(`exif-${seed}.${kind}`, await encoded(picture().withExif(exif), kind));
      add(`xmp-${seed}.${kind}`, await encoded(picture().withXmp(xmp), kind));
      add(`profile-${seed}.${kind}`, await encoded(picture().withIccProfile("p3").withExif(exif), kind));
      const plain = await encoded(picture(), kind);
      add(`trailing-${seed}.${kind}`, Buffer.concat([plain, ASCII(`${MARKER}<script>alert(1)</script>`)]));
      if (kind === "jpeg") {
        add(`iptc-${seed}.jpg`, withSegment(plain, 0xed, IPTC()));
        add(`comment-${seed}.jpg`, withSegment(plain, 0xfe, ASCII(`${MARKER}<?php system($_GET[0]) ?>`)));
        add(`makers-${seed}.jpg`, withSegment(plain, 0xe9, ASCII(MARKER)));
        add(
          `zip-${seed}.jpg`,
          Buffer.concat([plain, ASCII("PK\x03\x04"), ASCII(MARKER), gzipSync(ASCII(MARKER))]),
        );
      }
      if (kind === "png") {
        add(`text-${seed}.png`, withChunk(plain, chunk("tEXt", ASCII(`Comment\0${MARKER}`))));
        add(
          `pressed-${seed}.png`,
          withChunk(plain, chunk("zTXt", Buffer.concat([ASCII("Comment\0\0"), deflateSync(ASCII(MARKER))]))),
        );
        add(`own-chunk-${seed}.png`, withChunk(plain, chunk("veCh", ASCII(MARKER))));
      }
    }
  return found;
}

async function lying(): Promise<OddPicture[]> {
  const all = KINDS.flatMap((kind) =>
    Array.from({ length: 8 }, async (_, at): Promise<OddPicture> => ({
      name: `orientation-${at + 1}.${kind}`,
      bytes: await encoded(aPicture(at).withMetadata({ orientation: at + 1 }), kind),
      expected: "taken",
      size: at + 1 >= 5 ? "60×90" : "90×60",
    })),
  );
  return Promise.all(all);
}

/** Unusual and right. */
async function unusual(): Promise<OddPicture[]> {
  const made: [string, (picture: Sharp) => Sharp][] = [
    ["cmyk.jpg", (it) => it.toColourspace("cmyk").jpeg()],
    ["grey.jpg", (it) => it.toColourspace("b-w").jpeg()],
    ["progressive.jpg", (it) => it.jpeg({ progressive: true })],
    ["full-colour.jpg", (it) => it.jpeg({ chromaSubsampling: "4:4:4", quality: 100 })],
    ["worst.jpg", (it) => it.jpeg({ quality: 1 })],
    ["deep.png", (it) => it.toColourspace("rgb16").png()],
    ["deep-grey.png", (it) => it.toColourspace("grey16").png()],
    ["palette.png", (it) => it.png({ palette: true, colours: 4 })],
    ["interlaced.png", (it) => it.png({ progressive: true })],
    ["glass.png", (it) => it.ensureAlpha(0.3).png()],
    ["lossless.webp", (it) => it.webp({ lossless: true })],
    ["glass.webp", (it) => it.ensureAlpha(0.5).webp()],
    ["renamed.heic", (it) => it.jpeg()],
    ["no-ending", (it) => it.webp()],
    ["page.html", (it) => it.png()],
  ];
  const shapes: readonly [number, number][] = [
    [90, 60],
    [1, 1],
    [1, 700],
    [700, 1],
  ];
  const all = await Promise.all(
    made.flatMap(([name, how]) =>
      shapes.map(async ([width, height], at): Promise<OddPicture> => ({
        name: `${width}x${height}-${name}`,
        bytes: await how(aPicture(at, width, height)).toBuffer(),
        expected: "taken",
      })),
    ),
  );
  const frames = await Promise.all([1, 2, 3].map((seed) => encoded(aPicture(seed), "png")));
  const film = await sharp(frames, { join: { animated: true } })
    .webp({ delay: [90, 90, 90] })
    .toBuffer();
  const acting = withChunk(frames[0]!, chunk("acTL", Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])));
  return [
    ...all,
    { name: "film.webp", bytes: film, expected: "taken" },
    { name: "film.png", bytes: acting, expected: "either" },
    { name: "photo.heic", bytes: HEIC, expected: "taken" },
  ];
}

/** Cut off at many places. */
async function cut(): Promise<OddPicture[]> {
  const whole: (readonly [string, Buffer])[] = [["heic", HEIC]];
  for (const kind of KINDS) whole.push([kind, await encoded(aPicture(5, 200, 150), kind)]);
  return whole.flatMap(([kind, bytes]) =>
    Array.from({ length: kind === "heic" ? 6 : 22 }, (_, at): OddPicture => {
      const share = (at + 0.5) / (kind === "heic" ? 6 : 22);
      return {
        name: `cut-${at}.${kind}`,
        bytes: bytes.subarray(0, Math.floor(share * bytes.length)),
        expected: share < 0.9 ? "refused" : "either",
      };
    }),
  );
}

/** Bytes changed by chance, in head and body. */
async function flipped(): Promise<OddPicture[]> {
  const found: OddPicture[] = [];
  for (const kind of [...KINDS, "heic"] as const)
    for (let seed = 0; seed < (kind === "heic" ? 6 : 36); seed++) {
      const chance = chanceOf(700 + seed);
      const bytes = Buffer.from(kind === "heic" ? HEIC : await encoded(aPicture(seed), kind));
      for (let times = 0; times < 1 + (seed % 9); times++)
        bytes[Math.floor(chance() * (seed % 2 ? bytes.length : 200))] = Math.floor(chance() * 256);
      found.push({ name: `flipped-${seed}.${kind}`, bytes, expected: "either" });
    }
  return found;
}

/** Something else under a picture's name. */
async function disguised(): Promise<OddPicture[]> {
  const others: [string, Uint8Array][] = [
    ["empty", Buffer.alloc(0)],
    ["one-byte", Buffer.from([0xff])],
    ["nothing", Buffer.alloc(5_000)],
    ["letter", Buffer.from("Уважаемая редакция!")],
    ["page", ASCII("<!doctype html><script>alert(1)</script>")],
    [
      "svg",
      ASCII(
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><image href="file:///etc/passwd"/></svg>',
      ),
    ],
    [
      "laughs",
      ASCII(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
      ),
    ],
    ["paper", ASCII("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF")],
    ["postscript", ASCII("%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) (r) file")],
    ["magick", ASCII("push graphic-context\nfill 'url(https://x.example/\"|id\")'\npop graphic-context")],
    ["archive", Buffer.concat([ASCII("PK\x03\x04"), gzipSync(Buffer.alloc(3_000_000))])],
    ["pressed", gzipSync(Buffer.alloc(20_000_000))],
    ["program", Buffer.concat([ASCII("MZ"), Buffer.alloc(600, 9)])],
    ["script", ASCII("#!/bin/sh\nid")],
    [
      "film",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), ASCII("ftypisom\0\0\0\0isomavc1"), Buffer.alloc(400)]),
    ],
    ["gif", await aPicture(1).gif().toBuffer()],
    ["tiff", await aPicture(1).tiff().toBuffer()],
    ["avif", await aPicture(1).avif({ effort: 0 }).toBuffer()],
    ["bitmap", Buffer.concat([ASCII("BM"), Buffer.alloc(80, 1)])],
    ["jxl", Buffer.concat([Buffer.from([0xff, 0x0a]), Buffer.alloc(80, 3)])],
  ];
  return others.flatMap(([name, bytes]) =>
    ["jpg", "png", "webp", "heic"].map((ending): OddPicture => ({
      name: `${name}.${ending}`,
      bytes,
      expected: "refused",
    })),
  );
}

/** Headers that promise too much, and parts that lie about themselves. */
async function lies(): Promise<OddPicture[]> {
  const found: OddPicture[] = [];
  const [jpeg, png, webp] = await Promise.all(KINDS.map((kind) => encoded(aPicture(9), kind)));
  const written = (from: Buffer, change: (bytes: Buffer) => unknown) => {
    const bytes = Buffer.from(from);
    change(bytes);
    return bytes;
  };
  for (const [width, height] of [
    [10_000, 10_000],
    [65_535, 65_535],
    [2_147_483_647, 1],
    [0, 60],
    [4_294_967_295, 4_294_967_295],
  ] as const) {
    const header = written(png!, (it) => {
      it.writeUInt32BE(width, 16);
      it.writeUInt32BE(height, 20);
      it.writeUInt32BE(crc32(it.subarray(12, 29)), 29);
    });
    found.push({ name: `huge-${width}x${height}.png`, bytes: header, expected: "refused" });
    const frame = jpeg!.indexOf(Buffer.from([0xff, 0xc0]));
    const large = written(jpeg!, (it) => {
      it.writeUInt16BE(height & 0xffff, frame + 5);
      it.writeUInt16BE(width & 0xffff, frame + 7);
    });
    found.push({ name: `huge-${width}x${height}.jpg`, bytes: large, expected: "refused" });
    const shown = written(HEIC, (it) => {
      const place = it.indexOf("ispe") + 8;
      it.writeUInt32BE(width, place);
      it.writeUInt32BE(height, place + 4);
    });
    found.push({
      name: `huge-${width}x${height}.heic`,
      bytes: shown,
      expected: width * height > 5e7 ? "refused" : "either",
    });
  }
  found.push({ name: "bomb.png", bytes: blackPng(12_000, 9_000), expected: "refused" });
  found.push({
    name: "text-bomb.png",
    bytes: withChunk(
      png!,
      chunk("zTXt", Buffer.concat([ASCII("Comment\0\0"), deflateSync(Buffer.alloc(30_000_000))])),
    ),
    expected: "either",
  });
  found.push({
    name: "profile-bomb.png",
    bytes: withChunk(
      png!,
      chunk("iCCP", Buffer.concat([ASCII("ICC\0\0"), deflateSync(Buffer.alloc(30_000_000))])),
    ),
    expected: "either",
  });
  for (let seed = 0; seed < 20; seed++) {
    const chance = chanceOf(40 + seed);
    const rubbish = Buffer.from(Array.from({ length: 40 + seed * 9 }, () => Math.floor(chance() * 256)));
    for (const type of ["IDAT", "iCCP", "eXIf", "IHDR", "PLTE"])
      found.push({
        name: `${type}-${seed}.png`,
        bytes: withChunk(png!, chunk(type, rubbish, seed % 2 ? undefined : 7)),
        expected: "either",
      });
    for (const marker of [0xe1, 0xe2, 0xdb, 0xc4])
      found.push({
        name: `segment-${marker}-${seed}.jpg`,
        bytes: withSegment(
          jpeg!,
          marker,
          marker === 0xe1 ? Buffer.concat([ASCII("Exif\0\0MM\0*\0\0\0\x08"), rubbish]) : rubbish,
        ),
        expected: "either",
      });
    found.push({
      name: `sizes-${seed}.webp`,
      bytes: written(webp!, (it) => it.writeUInt32LE(Math.floor(chance() * 0xffff_ffff), seed % 2 ? 4 : 16)),
      expected: "either",
    });
  }
  return found;
}

/** Every one is made by code from a seed; the same ones each time. */
export const oddPictures = async (): Promise<OddPicture[]> =>
  (await Promise.all([withMetadata(), lying(), unusual(), cut(), flipped(), disguised(), lies()])).flat();
