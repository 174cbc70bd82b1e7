import { localMoment } from "../../../city-time.ts";

export interface CalendarEvent {
  /** The same for the same event, however often it is changed. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly stamp: Date;
  readonly at: Date;
  readonly title: string;
  readonly place: string;
  readonly note: string;
  readonly url: string;
  /** The city's, IANA. */
  readonly timeZone: string;
}

const LONGEST_OCTETS = 75;
/** How long a ceremony takes up a day, since nobody says. */
const LASTS = "PT2H";

/** One event for a calendar program, in the city's time. @source RFC 5545 */
export function calendarOf(event: CalendarEvent): string {
  const { local, offset } = inZone(event.at, event.timeZone);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Veche//Ceremony//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    // The offset of that day, so that a program which does not know the zone shows the right minute too.
    "BEGIN:VTIMEZONE",
    `TZID:${event.timeZone}`,
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${event.stamp.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;TZID=${event.timeZone}:${local}`,
    `DURATION:${LASTS}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.place)}`,
    `DESCRIPTION:${escaped([event.note, event.url].filter(Boolean).join("\n"))}`,
    `URL:${event.url}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** `20270127T140000` and `+0500`. */
function inZone(at: Date, timeZone: string): { local: string; offset: string } {
  const [, local = "", offset = ""] = /^(.{19})(.*)$/.exec(localMoment(timeZone, at)) ?? [];
  return { local: local.replace(/[-:]/g, ""), offset: offset.replace(":", "") };
}

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, String.raw`\$&`)
    .replace(/\r\n|\r|\n/g, String.raw`\n`)
    // oxlint-disable-next-line no-control-regex -- they are not allowed in a line
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** No line is longer than 75 octets, and no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > LONGEST_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}
