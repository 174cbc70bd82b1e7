import { createHmac } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

/** An IPv6 household has a /64 of its own; an IPv4 address written as IPv6 is itself. */
function networkPart(address: string): string {
  const plain = address.replace(/^::ffff:/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail = ""] = plain.split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const zeros = plain.includes("::")
    ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0")
    : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(":");
}

/** The day whose key is in use: `2026-11-24`, by UTC. */
export const networkDay = (now: Date): string => now.toISOString().slice(0, 10);

/**
 * A caller's network as a keyed hash that changes every day: enough to count by, useless to find a
 * person with. Under an earlier day's key it is found again by what holds for longer, a block.
 *
 * @param proxies how many proxies stand in front; that many of `X-Forwarded-For`, from the right, are believed
 */
export function createNetworks(key: string, proxies: number, clock: () => Date) {
  return (request: IncomingMessage, day = networkDay(clock())): string => {
    const forwarded = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((it) => it.trim())
      .filter(Boolean);
    const believed = proxies > 0 ? forwarded.at(-proxies) : undefined;
    const address = believed ?? request.socket.remoteAddress ?? "";
    return createHmac("sha256", key)
      .update(`${day} ${networkPart(address)}`)
      .digest("base64url")
      .slice(0, 22);
  };
}
