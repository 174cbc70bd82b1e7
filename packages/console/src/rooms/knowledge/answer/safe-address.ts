import { safeHref } from "@veche/ui/markdown/safe-href.ts";

const PHONE = /^(?:\+7|8)[\s()\d-]{9,16}$/;
const MAIL = /^[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u;
const SITE = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#]\S*)?$/u;

/** What somebody typed or copied as an address that residents may open: a page, a phone, a mailbox; else nothing. */
export function safeAddress(typed: string): string | undefined {
  const address = typed.trim();
  const whole = PHONE.test(address)
    ? `tel:${address.replaceAll(/[^\d+]/g, "")}`
    : MAIL.test(address)
      ? `mailto:${address}`
      : SITE.test(address)
        ? `https://${address}`
        : address;
  const href = safeHref(whole);
  // A round bracket would end the address where it is written into the text.
  return href && !/[\s<>]/.test(href) ? href.replaceAll("(", "%28").replaceAll(")", "%29") : undefined;
}
