import { createHmac, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import { networkDay, type NetworkKeys } from "./network-keys.ts";

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

export interface NetworksParts {
  /** The server's own key: the database alone is not enough to try addresses by. */
  readonly key: string;
  readonly keys: Pick<NetworkKeys, "of">;
  /** How many proxies stand in front; that many of `X-Forwarded-For`, from the right, are believed. */
  readonly proxies: number;
  readonly clock: () => Date;
}

/** Callers' networks as keyed hashes whose keys last a day: enough to count by, useless to find a person with. */
export function createNetworks({ key, keys, proxies, clock }: NetworksParts) {
  /** Where a clock leapt over the days that have keys, until they are renewed. */
  const ownKey = randomBytes(32).toString("base64url");

  function hash(request: IncomingMessage, dayKey: string): string {
    const forwarded = String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .map((it) => it.trim())
      .filter(Boolean);
    const believed = proxies > 0 ? forwarded.at(-proxies) : undefined;
    const address = believed ?? request.socket.remoteAddress ?? "";
    return createHmac("sha256", `${key} ${dayKey}`)
      .update(networkPart(address))
      .digest("base64url")
      .slice(0, 22);
  }

  return {
    /** To count by today. */
    of: (request: IncomingMessage): string =>
      hash(request, keys.of("counting", networkDay(clock())) ?? ownKey),
    /** By which a block that was made on a day knows it; undefined once that day's key has gone. */
    on(request: IncomingMessage, day: string): string | undefined {
      const dayKey = keys.of("blocks", day);
      return dayKey && hash(request, dayKey);
    },
  };
}

export type Networks = ReturnType<typeof createNetworks>;
