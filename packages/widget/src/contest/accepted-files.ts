/** For the file dialog. Extensions stand beside types, since some systems know HEIC by name only. */
export const ACCEPTED = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";
