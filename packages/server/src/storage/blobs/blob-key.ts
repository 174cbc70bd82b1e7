/**
 * Originals are private for ever; media are the derivatives, served to whom a room allows; attachments are
 * the conversations' pictures; documents are certificates, for staff alone.
 */
export const BLOB_AREAS = ["originals", "media", "attachments", "documents"] as const;
export type BlobArea = (typeof BLOB_AREAS)[number];

const ENDINGS = {
  "image/webp": "webp",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/heic": "heic",
  "application/pdf": "pdf",
} as const;
export type BlobType = keyof typeof ENDINGS;

const KEY = /^(originals|media|attachments|documents)\/[A-Za-z0-9_-]{16,64}\.(webp|jpg|png|heic|pdf)$/;

/** A key that nobody can guess: `media/<id>.webp`. The ending tells the content type. */
export function newBlobKey(area: BlobArea, contentType: BlobType, newId: () => string): string {
  return checkedKey(`${area}/${newId()}.${ENDINGS[contentType]}`);
}

/** Whether a string that came from outside may be asked for at all. */
export function isBlobKey(key: string): boolean {
  return KEY.test(key);
}

/** @throws Error for a key that could reach outside its area */
export function checkedKey(key: string): string {
  if (!isBlobKey(key)) throw new Error(`not a blob key: ${JSON.stringify(key)}`);
  return key;
}

export function contentTypeOf(key: string): BlobType {
  const ending = checkedKey(key).split(".").pop();
  for (const [type, its] of Object.entries(ENDINGS)) if (its === ending) return type as BlobType;
  throw new Error(`no content type for ${JSON.stringify(key)}`);
}
