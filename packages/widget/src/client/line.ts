import type { Acknowledgement, Author, Conversation, Message } from "@veche/protocol";

/** What a resident's client may ask, with what it is acknowledged with. */
export interface Questions {
  "message:send": {
    ask: { clientId: string; text: string; attachments?: readonly string[] };
    answer: { message: Message };
  };
  "message:rate": { ask: { messageId: string; helpful: boolean; reason?: string }; answer: object };
  "operator:request": { ask: object; answer: { conversation: Conversation } };
  "callback:request": { ask: { contact: string }; answer: { conversation: Conversation } };
  "conversation:end": { ask: object; answer: { conversation: Conversation } };
  "alert:ticket": { ask: object; answer: { url: string } };
  "conversation:delete": { ask: object; answer: object };
  "conversation:rate": { ask: { score: number; comment?: string }; answer: object };
}
export type Question = keyof Questions;
export type Answer<Name extends Question> = Acknowledgement<Questions[Name]["answer"]>;

/** What the client proves and tells when it connects. */
export interface Introduction {
  readonly token?: string;
  /** Last `seq` that the client has; 0 when none. */
  readonly after: number;
  readonly locale: string;
  /** Address of the page, without its query, which may hold personal data. */
  readonly page: string;
}

/** What comes over the line by itself. */
export interface Heard {
  conversation(conversation: Conversation): void;
  message(message: Message): void;
  typing(author: Author): void;
  /** The line broke or could not be had; it is tried again without being asked. */
  down(): void;
}

/** A connection to the city, whatever carries it. */
export interface Line {
  connect(): void;
  disconnect(): void;
  /** Breaks off and connects anew, which reads what came after the last `seq`. */
  reconnect(): void;
  /** Connects at once if a try is due later. */
  hurry(): void;
  /** @throws when no answer came in time or the line broke: nobody knows whether it was carried out */
  ask<Name extends Question>(name: Name, payload: Questions[Name]["ask"]): Promise<Answer<Name>>;
  /** Sent and forgotten. */
  typing(): void;
}

export type OpenLine = (introduction: () => Introduction, heard: Heard) => Line;
