// Do not modify this file by hand!
// Re-generate this file by running lit-localize

import { str } from "@lit/localize";

/* eslint-disable no-irregular-whitespace */
/* eslint-disable @typescript-eslint/no-explicit-any */

export const templates = {
  s15f67d8cb62c3b0e: `This could not be loaded. Try again in a minute.`,
  s1ecfd40fbfa0bb17: `Show all`,
  s2f747bbeebf49e1c: `For example: kindergarten`,
  s3d8dfbb037b28b37: `Load again`,
  s4c684bad694f11ff: `Searching…`,
  s5a644af1876c249d: `Topics`,
  s6f2607d1837c2062: `Nothing was found. Try other words, or ask in the chat.`,
  s9db56ae177114bb8: `Source`,
  sa0911814364eb973: str`This answer may be out of date. It was checked until ${0}.`,
  sbe29564d638a7e5f: str`Checked on ${0}.`,
  sbe599f47d32206ed: `What would you like to know?`,
  sd22ce82d46a7caa8: `Opening the answer…`,
  se2a44a63a08bad0a: str`Answers: ${0}`,
  sf354f1b3a84f0a66: `The city's server cannot be reached. Check your internet connection.`,
};
