/** One packet of Socket.IO; `id` asks for an acknowledgement or answers one. */
export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number | undefined;
  readonly data?: unknown;
}

// Types 5 and 6 carry binary data, which nobody says here.
const PACKET = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)$/s;

/**
 * Writes packets as text.
 *
 * @source Socket.IO protocol, version 5, packet encoding
 */
export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const where = nsp === "/" ? "" : `${nsp},`;
    return [`${type}${where}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`];
  }
}

/** Reads packets; its one listener is the manager's. */
export class Decoder {
  #decoded: ((packet: Packet) => void) | undefined;

  on(_: "decoded", decoded: (packet: Packet) => void): void {
    this.#decoded = decoded;
  }

  off(): void {
    this.#decoded = undefined;
  }

  /** @throws when it is no packet of text: the manager then breaks the line, which is had anew */
  add(text: string): void {
    const read = PACKET.exec(text);
    if (!read) throw new Error("no packet of text");
    const [, type, nsp = "/", id, data] = read;
    this.#decoded?.({
      type: Number(type),
      nsp,
      id: id ? Number(id) : undefined,
      data: data ? (JSON.parse(data) as unknown) : undefined,
    });
  }

  destroy(): void {}
}
