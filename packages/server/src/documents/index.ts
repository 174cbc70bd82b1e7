export { createDocuments, type Documents } from "./documents.ts";
export type {
  CertificateMarks,
  CertificateSheet,
  ExhibitionSheet,
  PaperData,
  PaperKind,
  ProtocolSheet,
} from "./papers.ts";
