import type { OwnEntry } from "@veche/protocol";
import { aForm, call } from "../../faults/contest-server.ts";

/** Parents who all send a work at the same moment: asked by one message of its parent. */
export interface ParentsTask {
  /** Where entries are sent to. */
  readonly url: string;
  readonly count: number;
  /** The photograph, base64; each sends it with an ending of its own. */
  readonly photograph: string;
}

/** What became of one parent's work. */
export interface Sent {
  readonly id: string;
  readonly number: number;
  readonly token: string;
  /** Paths of the pictures that were told of. */
  readonly pictures: readonly string[];
  /** How often it was refused with a time to come back … */
  readonly told: number;
  /** … and the longest of these times, seconds. */
  readonly longestTold: number;
}

export interface ParentsReply {
  readonly sent: readonly Sent[];
  /** Answers that were neither an acknowledgement nor a refusal with a time to come back. */
  readonly unclear: readonly string[];
  /** Connections that broke, as a kept one does that is used just when it is given up; sent again like all. */
  readonly broken: number;
  /** Forms sent, those that were refused among them. */
  readonly forms: number;
}

const MOST_ROUNDS = 60;
const ENDING_BYTES = 16;

async function sendAll({ url, count, photograph }: ParentsTask): Promise<ParentsReply> {
  const bytes = new Blob([Buffer.from(photograph, "base64")]);
  const unclear: string[] = [];
  let [forms, broken] = [0, 0];

  /** As a parent's browser does: the same key each time, again when told to. */
  async function send(): Promise<Sent | undefined> {
    const key = crypto.randomUUID();
    const body = aForm({}, new Blob([bytes, crypto.getRandomValues(new Uint8Array(ENDING_BYTES))]));
    let [told, longestTold] = [0, 0];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      forms += 1;
      try {
        const answer = await call(url, "ru", { method: "POST", body, headers: { "Idempotency-Key": key } });
        if (answer.status === 201) {
          const { entry, token } = answer.body as unknown as { entry: OwnEntry; token: string };
          const pictures = entry.image?.variants.map((it) => new URL(it.url).pathname) ?? [];
          return { id: entry.id, number: entry.number, token, pictures, told, longestTold };
        }
        const seconds = Number(answer.headers.get("retry-after"));
        if (answer.body.code !== "unavailable" || !(seconds > 0)) {
          unclear.push(`${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
          return undefined;
        }
        told += 1;
        longestTold = Math.max(longestTold, seconds);
        await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
      } catch {
        broken += 1;
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
    }
    return undefined;
  }

  const sent = await Promise.all(Array.from({ length: count }, send));
  return { sent: sent.filter((it) => it !== undefined), unclear, broken, forms };
}

process.once("message", (task: ParentsTask) => {
  void sendAll(task).then((reply) =>
    process.send?.(reply, undefined, undefined, () => process.disconnect?.()),
  );
});
