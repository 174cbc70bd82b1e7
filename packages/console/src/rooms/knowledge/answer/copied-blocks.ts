import type { JSONContent } from "@tiptap/core";
import { pastedBlocks } from "./pasted-answer.ts";
import { documentOf } from "./read-answer.ts";
import { safeAddress } from "./safe-address.ts";

/** What the browser hands to a parser only by a policy that the page's own header names. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML(html: string): string },
  ): { createHTML(html: string): string };
}

/** Parses for a document of its own, which runs nothing, loads nothing and is never shown. */
const policy =
  "trustedTypes" in window
    ? (window.trustedTypes as PolicyFactory).createPolicy("veche-pasted", { createHTML: (copied) => copied })
    : { createHTML: (copied: string) => copied };

/** The browser reports each style and handler that the policy refuses, even in a document apart: they go unnamed. */
const quiet = (copied: string) =>
  copied
    .replace(/<(\/?)style\b/gi, "<$1template")
    .replace(/<[a-z][^>]*>/gi, (tag) =>
      tag.replace(/(\s)style(\s*=)/gi, "$1data-style$2").replace(/(\s)on\w+(\s*=)/gi, "$1data-on$2"),
    );

/** What was copied or dragged as blocks of the editor; plain text is read like an answer. */
export function copiedBlocks(data: DataTransfer): readonly JSONContent[] {
  const copied = data.getData("text/html");
  if (copied.trim()) {
    const { body } = new DOMParser().parseFromString(policy.createHTML(quiet(copied)), "text/html");
    const blocks = pastedBlocks(body, safeAddress);
    if (blocks.length > 0) return blocks;
  }
  const plain = data.getData("text/plain");
  return plain.trim() ? (documentOf(plain).content ?? []) : [];
}
