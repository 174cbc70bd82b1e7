import type { StaffMember, Topics } from "@veche/protocol";
import type { Pushes } from "../../../pushes.ts";

interface Connected {
  readonly staff: StaffMember;
  readonly watching: Set<string>;
}

/** Which consoles are connected here, and which conversation each has on screen. */
export function createAttention(pushes: Pushes) {
  const consoles = new Map<Topics, Connected>();

  function lookingAt(conversationId: string): { id: string; name: string }[] {
    const found = new Map<string, string>();
    for (const { staff, watching } of consoles.values()) {
      if (watching.has(conversationId)) found.set(staff.id, staff.name);
    }
    return [...found].map(([id, name]) => ({ id, name }));
  }

  const tell = (conversationId: string) =>
    pushes.desk({ watching: conversationId }, "looking", {
      conversationId,
      staff: lookingAt(conversationId),
    });

  return {
    lookingAt,
    arrive: (staff: StaffMember, console: Topics) =>
      void consoles.set(console, { staff, watching: new Set() }),
    leave(console: Topics): void {
      const watching = consoles.get(console)?.watching ?? [];
      consoles.delete(console);
      for (const conversationId of watching) tell(conversationId);
    },
    look(console: Topics | undefined, conversationId: string): void {
      const known = console && consoles.get(console);
      if (!known) return;
      known.watching.add(conversationId);
      tell(conversationId);
    },
    lookAway(console: Topics | undefined, conversationId: string): void {
      if (console && consoles.get(console)?.watching.delete(conversationId)) tell(conversationId);
    },
    isConnected: (staffId: string) => [...consoles.values()].some(({ staff }) => staff.id === staffId),
    connected: () => new Set([...consoles.values()].map(({ staff }) => staff.id)),
  };
}
