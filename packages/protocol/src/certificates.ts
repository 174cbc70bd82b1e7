import { z } from "zod";
import { http, RAW } from "./operation.ts";
import { may } from "./permissions.ts";
import { id, line, sentence, slug } from "./values.ts";

/** A diploma for an award, thanks to a teacher, a participant's certificate. */
export const CERTIFICATE_KINDS = ["diploma", "thanks", "participant"] as const;
export const certificateKind = z.enum(CERTIFICATE_KINDS);
export type CertificateKind = z.infer<typeof certificateKind>;

/** Pictures that a campaign's papers carry. */
export const CERTIFICATE_MARKS = ["signature", "seal"] as const;
const certificateMark = z.enum(CERTIFICATE_MARKS);
export type CertificateMark = z.infer<typeof certificateMark>;

/** As it is printed on the sheet: `K7M2-QF9X`. */
const certificateNumber = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

/** What anybody who holds the paper may check: nothing of the child. */
export const confirmedCertificate = z.object({
  number: certificateNumber,
  kind: certificateKind,
  campaign: z.object({ slug, title: sentence }),
  nomination: sentence.optional(),
  ageGroup: sentence.optional(),
  /** «1 место»; of diplomas only. */
  award: z.string().optional(),
  year: z.number().int(),
});
export type ConfirmedCertificate = z.infer<typeof confirmedCertificate>;

export const staffCertificate = z.object({
  number: certificateNumber,
  kind: certificateKind,
  entryId: id,
  entryNumber: z.number().int(),
  award: z.string().optional(),
  /** As it is printed: in the dative where the words around it ask for that. */
  name: z.string(),
  /** Set by staff instead of the one that was worked out. */
  corrected: z.boolean(),
  /** The name's gender could not be told, so that it stands as it was written: look before printing. */
  unsure: z.boolean(),
  made: z.boolean(),
});
export type StaffCertificate = z.infer<typeof staffCertificate>;

const progress = { total: z.number().int(), made: z.number().int(), unsure: z.number().int() };
const ofCampaign = z.object({ slug });
const ofMark = z.object({ slug, mark: certificateMark });
const which = z.object({ kind: certificateKind });

export const certificates = {
  certificate: http({
    method: "get",
    path: "/api/v1/certificates/{number}",
    who: "anyone",
    summary: "Confirms a certificate's number: contest, nomination, award and year, no name.",
    params: z.object({ number: z.string().max(20) }),
    output: z.object({ certificate: confirmedCertificate }),
    refusals: ["not_found", "rate_limited"],
  }),
  certificates: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/certificates",
    who: may.runCampaigns,
    summary: "The certificates of a campaign and how many are made; unsure names first, 200 at most.",
    params: ofCampaign,
    query: z.object({ text: z.string().trim().max(120).optional() }),
    output: z.object({ items: z.array(staffCertificate), ...progress, marks: z.array(certificateMark) }),
    refusals: ["not_found"],
  }),
  issueCertificates: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/certificates",
    who: may.runCampaigns,
    summary: "Numbers what winners, participants and teachers have not got yet, and begins to make it.",
    params: ofCampaign,
    body: z.object({ kinds: z.array(certificateKind).min(1).max(3) }),
    output: z.object(progress),
    refusals: ["invalid", "not_found", "conflict"],
  }),
  correctCertificate: http({
    method: "put",
    path: "/api/v1/staff/certificates/{number}",
    who: may.runCampaigns,
    summary: "Sets the name as it is to be printed, in its case; without one the worked out name is back.",
    params: z.object({ number: z.string().max(20) }),
    body: z.object({ name: line(160).optional() }),
    output: z.object({ certificate: staffCertificate }),
    refusals: ["invalid", "not_found"],
  }),
  certificatesArchive: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/certificates.zip",
    who: may.runCampaigns,
    summary: "The certificates of a kind that are made, a PDF each, in one ZIP.",
    params: ofCampaign,
    query: which,
    output: RAW,
    refusals: ["invalid", "not_found"],
  }),
  certificatesPrint: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/certificates.pdf",
    who: may.runCampaigns,
    summary: "All certificates of a kind as one file for the printer.",
    params: ofCampaign,
    query: which,
    output: RAW,
    refusals: ["invalid", "not_found"],
  }),
  certificateMark: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/certificate-marks/{mark}",
    who: may.runCampaigns,
    summary: "The picture of the signature or the seal, as it is printed.",
    params: ofMark,
    output: RAW,
    refusals: ["not_found"],
  }),
  putCertificateMark: http({
    method: "post",
    path: "/api/v1/staff/campaigns/{slug}/certificate-marks/{mark}",
    who: may.runCampaigns,
    summary: "Puts a picture of a signature or a seal on all papers of a campaign; made ones are made again.",
    params: ofMark,
    upload: "file",
    output: z.object({ marks: z.array(certificateMark) }),
    refusals: ["invalid", "not_found", "too_large", "unsupported_media", "unavailable"],
  }),
  removeCertificateMark: http({
    method: "delete",
    path: "/api/v1/staff/campaigns/{slug}/certificate-marks/{mark}",
    who: may.runCampaigns,
    summary: "Takes such a picture off the papers.",
    params: ofMark,
    output: z.object({ marks: z.array(certificateMark) }),
    refusals: ["not_found"],
  }),
  resultProtocol: http({
    method: "get",
    path: "/api/v1/staff/campaigns/{slug}/protocol.pdf",
    who: may.runCampaigns,
    summary: "The jury's decision as a PDF to sign: nomination, age group, place.",
    params: ofCampaign,
    output: RAW,
    refusals: ["not_found", "conflict"],
  }),
};
