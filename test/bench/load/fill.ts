import { join } from "node:path";
import Sqlite from "better-sqlite3";

const EACH = 100;
const TEXTS = [
  "Как записать ребёнка в детский сад, если мы только переехали?",
  "Запись в детский сад идёт круглый год: на портале, в МФЦ или в отделе образования. ".repeat(3),
];

/**
 * Stores a town's past: so many messages in conversations of a hundred each, questions and answers, all answered and
 * searchable. The server must not be running.
 */
export function fillWithPast(folder: string, messages: number): void {
  const database = new Sqlite(join(folder, "veche.db"));
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = OFF");
  const conversation = database.prepare(
    `insert into conversation (id, token_hash, channel, locale, state, last_seq, indexed_seq, preview, priority, created_at, updated_at)
     values (@id, @id, 'site', 'ru', 'assistant', ${EACH}, ${EACH}, '', 0, @at, @at)`,
  );
  const message = database.prepare(
    `insert into message (id, conversation_id, seq, author_kind, text, sources, replies, client_id, created_at, awaits_answer, origin)
     values (@id, @conversation, @seq, @author, @text, '[]', '[]', @clientId, @at, 0, @origin)`,
  );
  const store = database.transaction((conversations: number) => {
    for (let number = 0; number < conversations; number++) {
      const id = `past-${number}`;
      const began = Date.UTC(2026, 0, 1) + number * 60_000;
      conversation.run({ id, at: new Date(began).toISOString() });
      for (let seq = 1; seq <= EACH; seq++) {
        const asks = seq % 2 === 1;
        message.run({
          id: `${id}-${seq}`,
          conversation: id,
          seq,
          author: asks ? "resident" : "assistant",
          text: TEXTS[asks ? 0 : 1],
          clientId: asks ? `${id}-${seq}` : null,
          at: new Date(began + seq * 1000).toISOString(),
          origin: asks ? null : '{"step":"article","article":"kindergarten","outcome":"answer"}',
        });
      }
    }
  });
  store(Math.ceil(messages / EACH));
  database.pragma("wal_checkpoint(TRUNCATE)");
  database.close();
}
