import { encryptPush, type PushKeys } from "./encrypt.ts";
import { createVapid } from "./vapid.ts";

const KEPT_SECONDS = 24 * 60 * 60;
const ANSWER_WITHIN_MS = 10_000;
/** The browsers' own services: an address that a browser did not give must not make the server call it. */
const SERVICES = [
  /^https:\/\/fcm\.googleapis\.com\//,
  /^https:\/\/([\w-]+\.)*push\.services\.mozilla\.com\//,
  /^https:\/\/([\w-]+\.)*push\.apple\.com\//,
  /^https:\/\/([\w-]+\.)*notify\.windows\.com\//,
];

export interface Subscription {
  readonly endpoint: string;
  readonly keys: PushKeys;
}

export interface WebPush {
  /** Given to browsers when they subscribe. */
  readonly publicKey: string;
  /** Whether an address belongs to a browser's push service. */
  isService(endpoint: string): boolean;
  /** @returns `gone` when the browser took its subscription back. @throws when the service should be asked again */
  send(to: Subscription, payload: object): Promise<"sent" | "gone">;
}

export interface WebPushParts {
  readonly secret: string;
  readonly contact: string;
  readonly clock: () => Date;
  /** Further services, such as a town's own. */
  readonly services?: readonly RegExp[];
}

/** Tells a browser something while none of our pages is open, over its maker's service, which can not read it. */
export function createWebPush({ secret, contact, clock, services = [] }: WebPushParts): WebPush {
  const vapid = createVapid(secret, contact);
  return {
    publicKey: vapid.publicKey,
    isService: (endpoint) => [...SERVICES, ...services].some((service) => service.test(endpoint)),
    async send({ endpoint, keys }, payload) {
      const answer = await fetch(endpoint, {
        method: "POST",
        headers: {
          Authorization: vapid.authorization(endpoint, clock()),
          "Content-Encoding": "aes128gcm",
          "Content-Type": "application/octet-stream",
          TTL: String(KEPT_SECONDS),
          Urgency: "high",
        },
        body: encryptPush(JSON.stringify(payload), keys),
        redirect: "error",
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await answer.body?.cancel();
      if (answer.ok) return "sent";
      // What a service refuses for good, it would refuse again.
      if (answer.status < 500 && answer.status !== 429) return "gone";
      throw new Error(`the push service answered ${answer.status}`);
    },
  };
}
