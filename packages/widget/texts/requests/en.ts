// Do not modify this file by hand!
// Re-generate this file by running lit-localize

/* eslint-disable no-irregular-whitespace */
/* eslint-disable @typescript-eslint/no-explicit-any */

export const templates = {
  s15f67d8cb62c3b0e: `This could not be loaded. Try again in a minute.`,
  s3d8dfbb037b28b37: `Load again`,
  sf354f1b3a84f0a66: `The city's server cannot be reached. Check your internet connection.`,
};
