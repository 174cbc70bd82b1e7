export { createDocuments, type Documents } from "./documents.ts";
export type { CertificateMarks, CertificateSheet, PaperData, PaperKind, ProtocolSheet } from "./papers.ts";
