import { type HandlersOf, type Locale, type Operations, Refusal } from "@veche/protocol";
import { z } from "zod";
import type { JobHandlers } from "../../../jobs/index.ts";
import type { Connection } from "../../../storage/index.ts";
import type { WebPush } from "../../../web-push/index.ts";
import type { ConversationPorts } from "../ports.ts";
import type { ConversationStore } from "../store.ts";
import { createTickets } from "./ticket.ts";

/** How a resident who has gone is told of an answer. */
export interface AlertParts {
  readonly webPush: WebPush;
  readonly publicUrl: () => string;
  /** Whether the conversation is open in some tab now. */
  readonly isOpenSomewhere: (conversationId: string) => Promise<boolean>;
}

type AlertOperations = Pick<HandlersOf<Operations["conversations"]>, "alertTicket" | "alert">;

const ALERT = "conversations.alert";
const DEVICES_AT_MOST = 5;
/** A tab that is just being reloaded is back by then. */
const GONE_AFTER_MS = 15_000;
const payload = z.object({ conversationId: z.string() });

/** An operator's answer that nobody has on screen is told to the devices that asked for it. */
export function createAlerts(ports: ConversationPorts, store: ConversationStore) {
  const { database, secrets, clock, newId, jobs, say, alerts } = ports;
  const tickets = createTickets(secrets.keyFor("alert tickets"), clock);
  const devices = (db: Connection, conversationId: string) =>
    db.selectFrom("alert_device").selectAll().where("conversation_id", "=", conversationId);

  const operations: AlertOperations = {
    async alertTicket(_input, { conversation: opened }) {
      if (!alerts) throw new Refusal("unavailable", { reason: "conversations.no_alerts" });
      const row = await store.conversation(opened.id);
      if (!row || row.deleted_at) throw new Refusal("not_found", { reason: "conversations.nothing_said" });
      const lang = opened.locale === "en" ? "?lang=en" : "";
      return { url: `${alerts.publicUrl()}/alerts${lang}#${tickets.issue(opened.id)}` };
    },

    async alert({ ticket, subscription }) {
      const conversationId = tickets.read(ticket);
      const row = conversationId && (await store.conversation(conversationId));
      if (!alerts || !row || row.deleted_at) {
        throw new Refusal("invalid", { reason: "conversations.ticket_over", field: "ticket" });
      }
      const { endpoint, keys } = subscription;
      if (!alerts.webPush.isService(endpoint)) {
        throw new Refusal("invalid", {
          reason: "conversations.no_push_service",
          field: "subscription.endpoint",
        });
      }
      await database.write(async (db) => {
        const known = await devices(db, row.id).execute();
        if (known.some((it) => it.endpoint === endpoint)) return;
        if (known.length >= DEVICES_AT_MOST) throw new Refusal("conflict");
        await db
          .insertInto("alert_device")
          .values({
            id: newId(),
            conversation_id: row.id,
            endpoint,
            p256dh: keys.p256dh,
            auth: keys.auth,
            created_at: clock().toISOString(),
          })
          .execute();
      });
      return {};
    },
  };

  async function tell(job: unknown): Promise<void> {
    const { conversationId } = payload.parse(job);
    const row = await store.conversation(conversationId);
    if (!alerts || !row || row.deleted_at || (await alerts.isOpenSomewhere(conversationId))) return;
    const locale: Locale = row.locale === "en" ? "en" : "ru";
    const word = {
      title: say(locale, "conversations.alert_title"),
      body: say(locale, "conversations.alert_body"),
      tag: conversationId,
      lang: locale,
      url: isWebAddress(row.page) ? row.page : alerts.publicUrl(),
    };
    for (const { id, endpoint, p256dh, auth } of await devices(database.read, conversationId).execute()) {
      const outcome = await alerts.webPush.send({ endpoint, keys: { p256dh, auth } }, word);
      if (outcome === "gone") {
        await database.write((db) => db.deleteFrom("alert_device").where("id", "=", id).execute());
      }
    }
  }

  const handlers: JobHandlers = { [ALERT]: tell };

  return {
    operations,
    jobs: handlers,

    /** In the unit that stores the operator's answer. */
    async later(db: Connection, conversationId: string): Promise<void> {
      if (!alerts || (await devices(db, conversationId).execute()).length === 0) return;
      await jobs.add(db, ALERT, { conversationId }, new Date(clock().getTime() + GONE_AFTER_MS));
    },
  };
}

export type Alerts = ReturnType<typeof createAlerts>;

const isWebAddress = (page: string | null): page is string =>
  page !== null && URL.canParse(page) && /^https?:$/.test(new URL(page).protocol);
