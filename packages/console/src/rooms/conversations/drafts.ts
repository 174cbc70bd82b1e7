const key = (conversationId: string) => `veche.draft.${conversationId}`;

/** What an operator began to write, per conversation, kept until the tab closes or they sign out. */
export const drafts = {
  of: (conversationId: string) => sessionStorage.getItem(key(conversationId)) ?? "",
  keep(conversationId: string, text: string): void {
    if (text === "") sessionStorage.removeItem(key(conversationId));
    else sessionStorage.setItem(key(conversationId), text);
  },
};
