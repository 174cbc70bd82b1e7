import type { Message } from "@veche/protocol";

export interface Timeline {
  /** In order, without gap or double. */
  readonly messages: readonly Message[];
  /** `seq` of the last one; 0 when none. */
  readonly last: number;
  /** Whether something came whose predecessors have not. */
  readonly gap: boolean;
  /** Takes a message in any order, any number of times. @returns those that could be put on, in order */
  take(message: Message): Message[];
  clear(): void;
}

/** One conversation's messages by `seq`: only the next one is put on, what is there already is dropped. */
export function createTimeline(): Timeline {
  let messages: Message[] = [];
  let early = new Map<number, Message>();
  const last = () => messages.length;

  return {
    get messages() {
      return messages;
    },
    get last() {
      return last();
    },
    get gap() {
      return early.size > 0;
    },
    take(message) {
      if (message.seq <= last()) return [];
      early.set(message.seq, message);
      const next: Message[] = [];
      for (let found = early.get(last() + 1); found; found = early.get(last() + next.length + 1)) {
        early.delete(found.seq);
        next.push(found);
      }
      if (next.length > 0) messages = [...messages, ...next];
      return next;
    },
    clear() {
      messages = [];
      early = new Map();
    },
  };
}
