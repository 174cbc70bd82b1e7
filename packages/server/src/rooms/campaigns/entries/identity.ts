import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { ClassEntryForm, EntryForm } from "@veche/protocol";
import type { CheckedForm } from "./form.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** SHA-256 of a file, read as a stream. */
async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** Digest of everything that was sent, so that a repeat is told from another entry under the same key. */
export async function contentDigest(
  form: EntryForm | ClassEntryForm,
  file: string | undefined,
): Promise<string> {
  const parts = Object.entries(form)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => [name, String(value)])
    .toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([parts, file === undefined ? "" : await digestOfFile(file)]));
}

/**
 * The words by which one author is known within a campaign: the name however it was typed, and who
 * answers for them. Age is left out, since giving another one would open the limit again. A class may have two of
 * one first name: until a parent says whose work it is, its title tells them apart.
 */
export function authorWords(form: CheckedForm): string[] {
  const { authorFirstName, className, title, teacherContact } = form;
  if (form.consentDue)
    return ["class", fold(authorFirstName), className, fold(title), contactWord(teacherContact)];
  return parentedWords(form);
}

/** The same once the parent is known. */
export function parentedWords({
  authorFirstName,
  authorLastName,
  guardianContact,
}: Pick<CheckedForm, "authorFirstName" | "authorLastName" | "guardianContact">): string[] {
  return [fold(authorFirstName), fold(authorLastName), contactWord(guardianContact)];
}

const fold = (name: string) =>
  name
    .normalize("NFKC")
    .toLocaleLowerCase("ru")
    .replaceAll("ё", "е")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

function contactWord(contact: string): string {
  if (contact.includes("@")) return contact.toLowerCase();
  const digits = contact.replace(/\D/g, "");
  // 8 is what people in Russia dial for +7.
  return digits.length === 11 && digits.startsWith("8") ? `7${digits.slice(1)}` : digits;
}
