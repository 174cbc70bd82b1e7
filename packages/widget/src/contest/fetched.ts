/** What a form needs once somebody writes in it or picks a picture. */
export const fetchLater = async () => (await import("./sending/sending.ts")).later;
export type Later = Awaited<ReturnType<typeof fetchLater>>;

/** What a picked picture needs. */
export const fetchDesk = async () => (await import("./picture/desk.ts")).desk;
export type Desk = Awaited<ReturnType<typeof fetchDesk>>;
