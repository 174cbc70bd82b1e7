export { createDocuments, type Documents } from "./documents.ts";
export type { CertificateSheet, PaperData, PaperKind, ProtocolSheet } from "./papers.ts";
