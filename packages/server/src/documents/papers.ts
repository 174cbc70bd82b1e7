/** One diploma, letter of thanks or participant's certificate, as it is printed. */
export interface CertificateSheet {
  readonly heading: string;
  /** «награждается» */
  readonly lead: string;
  readonly name: string;
  /** What for, one line each. */
  readonly lines: readonly string[];
  readonly contest: string;
  readonly organiser: string;
  readonly year: string;
  readonly number: string;
  /** Where the number is confirmed; printed, and in the code beside it. */
  readonly address: string;
}

/** The jury's decision to be signed, or another list in groups. */
export interface ProtocolSheet {
  readonly title: string;
  readonly contest: string;
  readonly facts: readonly string[];
  readonly columns: readonly string[];
  /** Of the columns, in shares of the line. */
  readonly widths: readonly number[];
  /** A nomination and age group each, with a row for every award. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly (readonly string[])[] }[];
  /** Under which people sign, a line each. */
  readonly signers: readonly string[];
}

/** What a link to a contest shows where it is shared. */
export interface CardSheet {
  readonly language: string;
  readonly city: string;
  readonly title: string;
  /** One line: until when works are taken, that the results are there. */
  readonly news: string;
  /** WebP, at most three: the first is shown large. */
  readonly pictures: readonly Uint8Array[];
  /** Works in words, at most two; they stand where there are no pictures. */
  readonly quotes?: readonly { readonly title: string; readonly text: string }[];
}

/** What all papers of a campaign carry: PNGs with a transparent ground. */
export interface CertificateMarks {
  readonly signature?: Uint8Array;
  readonly seal?: Uint8Array;
}

/** A work to hang on a wall, with its label: A3. */
export interface ExhibitionSheet {
  /** WebP; absent where the work is words alone. */
  readonly picture: Uint8Array | undefined;
  /** Of a work in words; else empty. */
  readonly text: string;
  readonly title: string;
  /** First name and last initial. */
  readonly author: string;
  readonly age: string;
  readonly lines: readonly string[];
  readonly contest: string;
  readonly number: string;
  /** The work's page; empty where it has none. */
  readonly address: string;
}

/** What each template of `templates/` is filled with. */
export interface PaperData {
  readonly certificate: { readonly sheets: readonly CertificateSheet[]; readonly marks?: CertificateMarks };
  readonly protocol: ProtocolSheet;
  /** A PNG; papers are PDFs. */
  readonly card: CardSheet;
  readonly exhibition: ExhibitionSheet;
  /** A picture of a signature or a seal becomes a PNG without its paper. */
  readonly mark: { readonly picture: Uint8Array };
}
export type PaperKind = keyof PaperData;

export interface PaperJob {
  readonly id: number;
  readonly kind: PaperKind;
  readonly data: PaperData[PaperKind];
}

/** What the process of documents tells the server. */
export type PaperMessage =
  | { readonly id: number; readonly paper: Uint8Array }
  | { readonly id: number; readonly fault: string };
