import { buffer } from "node:stream/consumers";
import {
  type Attachment,
  CONVERSATION_ATTACHMENTS_MAX,
  type HandlersOf,
  type Operations,
  type RawReply,
  Refusal,
} from "@veche/protocol";
import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import { removeAll, removeOrphans } from "../../../storage/blobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { AttachmentParts } from "../ports.ts";
import { keepAttachment, type KeptAttachment } from "./keep.ts";
import {
  addAttachment,
  attachmentById,
  attachmentByRepeat,
  type AttachmentRow,
  attachmentsOf,
  countAttachments,
  forgetAttachments,
  giveToMessage,
  keysInUse,
  unsentAttachments,
  unsentBefore,
} from "./store.ts";

type AttachmentOperations = Pick<
  HandlersOf<Operations["conversations"]>,
  "attach" | "attachment" | "detach" | "staffAttachment"
>;

const ERASE = "conversations.erase-files";
const payload = z.object({ keys: z.array(z.string()) });
/** Chosen and never sent. */
const UNSENT_KEPT_MS = 24 * 60 * 60_000;
/** Never in a shared cache, nor longer than the page: the conversation may be deleted. */
const PRIVATE = { "Cache-Control": "private, no-store", Vary: "Authorization" };

const viewOf = ({ id, width, height }: AttachmentRow): Attachment => ({ id, width, height });
const keysOf = (rows: readonly AttachmentRow[]) => [
  ...new Set(rows.flatMap(({ small_key, large_key }) => [small_key, large_key])),
];

/**
 * The pictures of conversations: made anew from what was uploaded, read by the conversation's token or by operators,
 * erased with the conversation or, unsent, after a day.
 */
export function createAttachments(parts: AttachmentParts) {
  const { database, blobs, secrets, clock, newId, jobs, log } = parts;

  /** The conversation of a token, stored or not yet. */
  async function conversationOf(token: string | undefined): Promise<string> {
    if (token === undefined || !secrets.isOurs(token)) throw new Refusal("unauthenticated");
    const id = secrets.idFrom("conversation", token);
    const gone = await database.read
      .selectFrom("conversation")
      .select("id")
      .where("id", "=", id)
      .where("deleted_at", "is not", null)
      .executeTakeFirst();
    if (gone) throw new Refusal("not_found", { reason: "conversations.deleted" });
    return id;
  }

  /** The one gate to a resident's picture: another's and none look the same. */
  async function own(id: string, token: string | undefined): Promise<AttachmentRow> {
    const conversationId = await conversationOf(token);
    const row = await attachmentById(database.read, id);
    if (row?.conversation_id !== conversationId) throw new Refusal("not_found");
    return row;
  }

  async function send(row: AttachmentRow, size: "small" | "large"): Promise<RawReply> {
    const blob = await blobs.open(size === "small" ? row.small_key : row.large_key);
    if (!blob) throw new Refusal("not_found");
    const body = blob.file === undefined ? await buffer(blob.stream()) : { file: blob.file };
    return { contentType: blob.contentType, body, headers: PRIVATE };
  }

  const rowOf = (
    conversationId: string,
    repeat: string | undefined,
    { width, height, smallKey, largeKey }: KeptAttachment,
  ): AttachmentRow => ({
    id: newId(),
    conversation_id: conversationId,
    message_id: null,
    repeat_key: repeat ?? null,
    width,
    height,
    small_key: smallKey,
    large_key: largeKey,
    created_at: clock().toISOString(),
  });

  const operations: AttachmentOperations = {
    async attach({ upload }, { token, idempotencyKey }) {
      const conversationId = await conversationOf(token);
      const repeat = idempotencyKey && secrets.hash(idempotencyKey);
      const before = repeat && (await attachmentByRepeat(database.read, conversationId, repeat));
      if (before) return { attachment: viewOf(before) };
      await assertRoomFor(database.read, conversationId);
      const row = rowOf(conversationId, repeat, await keepAttachment(pictureParts, upload.path));
      const stored = await database.write(async (db) => {
        const first = repeat && (await attachmentByRepeat(db, conversationId, repeat));
        if (first) {
          await jobs.add(db, ERASE, { keys: keysOf([row]) }, clock());
          return first;
        }
        await assertRoomFor(db, conversationId);
        await addAttachment(db, row);
        return row;
      });
      return { attachment: viewOf(stored) };
    },

    attachment: async ({ id, size }, { token }) => send(await own(id, token), size),

    async detach({ id }, { token }) {
      const row = await own(id, token);
      await database.write(async (db) => {
        if ((await unsentAttachments(db, row.conversation_id, [id])).length > 0) await erase(db, [row]);
      });
      return {};
    },

    async staffAttachment({ id, size }) {
      const row = await attachmentById(database.read, id);
      if (!row?.message_id) throw new Refusal("not_found");
      return send(row, size);
    },
  };
  const pictureParts = { images: parts.images, blobs, newToken: secrets.newToken };

  /** Rows now, files through the outbox, so that a crash can't keep one. */
  async function erase(db: Connection, rows: readonly AttachmentRow[]): Promise<void> {
    if (rows.length === 0) return;
    await forgetAttachments(
      db,
      rows.map(({ id }) => id),
    );
    await jobs.add(db, ERASE, { keys: keysOf(rows) }, clock());
  }

  const handlers: JobHandlers = { [ERASE]: async (job) => removeAll(blobs, payload.parse(job).keys) };

  return {
    operations,
    jobs: handlers,

    /**
     * Gives pictures to the message that names them, in the message's own unit and in the order in which it does.
     *
     * @throws Refusal `invalid` when one is not there, is another conversation's or already in a message
     */
    async take(
      db: Connection,
      conversationId: string,
      ids: readonly string[],
      messageId: string,
    ): Promise<readonly Attachment[]> {
      if (ids.length === 0) return [];
      const found = new Map((await unsentAttachments(db, conversationId, ids)).map((row) => [row.id, row]));
      const views = ids.map((id) => {
        const row = found.get(id);
        if (!row) throw new Refusal("invalid", { reason: "conversations.no_picture", field: "attachments" });
        return viewOf(row);
      });
      await giveToMessage(db, ids, messageId);
      return views;
    },

    /** In the unit that deletes the conversation. */
    eraseAll: async (db: Connection, conversationId: string) =>
      erase(db, await attachmentsOf(db, conversationId)),

    /** Erases what was never sent, and files without a row. */
    async sweep(): Promise<void> {
      const before = new Date(clock().getTime() - UNSENT_KEPT_MS).toISOString();
      await database.write(async (db) => erase(db, await unsentBefore(db, before)));
      const removed = await removeOrphans(blobs, ["attachments"], clock(), (keys) =>
        keysInUse(database.read, keys),
      );
      if (removed > 0) log.info({ removed }, "removed files that no conversation has");
    },
  };
}

async function assertRoomFor(db: Connection, conversationId: string): Promise<void> {
  if ((await countAttachments(db, conversationId)) < CONVERSATION_ATTACHMENTS_MAX) return;
  const values = { max: CONVERSATION_ATTACHMENTS_MAX };
  throw new Refusal("too_large", { reason: "conversations.many_pictures", values });
}

export type Attachments = ReturnType<typeof createAttachments>;
