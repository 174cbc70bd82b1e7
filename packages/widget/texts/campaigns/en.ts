// Do not modify this file by hand!
// Re-generate this file by running lit-localize

import { str } from "@lit/localize";

/* eslint-disable no-irregular-whitespace */
/* eslint-disable @typescript-eslint/no-explicit-any */

export const templates = {
  s01c8621014877f81: `Withdrawn`,
  s150e5e255ef00112: `The link is copied`,
  s320abd11a0b6e9ae: `Next work`,
  s3376aabab2e2e6cc: `Report`,
  s4ae69be5aed4c575: str`aged ${0} and over`,
  s5a4ce88a7d45610b: str`Entries are closed, the jury is at work. Results: ${0}`,
  s5c533d2c89fa1088: `The results are announced`,
  s5d4609b7f9b73d78: str`${0} of ${1}`,
  s5eaf8074d2ecb00d: str`Entries are accepted until ${0}. Time left: ${1}`,
  s65e33b83efc4b85a: `Among the winners`,
  s6f1faadb33a9f328: `The contest is over`,
  s87643eab00a98c2e: `Share`,
  s8d1693467709122a: `Takes part in the contest`,
  sb31baf971fc6c79c: str`Entries open on ${0}`,
  sbae18e8fe09049e4: `Entries are closed, the jury is at work`,
  sbc21d1bf040c4f0f: str`up to age ${0}`,
  scc24ba86f18345e8: `Not admitted`,
  sd2feb0548cc83727: str`ages ${0} to ${1}`,
  se76f27a95b4caf30: `Chosen by the jury for the final`,
  seab7f683d8411fb5: `Today is the last day to enter`,
  secef42682bdcc512: `Previous work`,
  sf2b12ccdedfa9637: `Close`,
  sf704fe8add7bfe03: `Being checked`,
  sf80d1d7df7094158: `any age`,
};
