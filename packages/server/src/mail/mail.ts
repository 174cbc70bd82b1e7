import { createTransport } from "nodemailer";

export interface Letter {
  /** The same for a letter that is sent again after a crash, so that mail programs know it for the same. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. */
  readonly text: string;
  readonly attachment?: { readonly name: string; readonly type: string; readonly content: string };
}

export interface Mail {
  /** @throws Error when the server did not take it: the outbox tries again */
  send(letter: Letter): Promise<void>;
  close(): void;
}

const PATIENCE_MS = 10_000;

/**
 * Letters through the city's own mail server.
 *
 * @param url `smtp://` or `smtps://`, with user and password where it asks for them
 * @param from whose letters they are
 */
export function createMail({ url, from }: { readonly url: string; readonly from: string }): Mail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // What people typed into a form must not make us read files or call addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s>@]+)>?$/.exec(from)?.[1] ?? "veche.invalid";
  return {
    async send({ id, to, subject, text, attachment }) {
      await transport.sendMail({
        from,
        to: { name: "", address: to },
        subject,
        text,
        messageId: `<${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated" },
        ...(attachment && {
          attachments: [
            { filename: attachment.name, contentType: attachment.type, content: attachment.content },
          ],
        }),
      });
    },
    close: () => transport.close(),
  };
}
