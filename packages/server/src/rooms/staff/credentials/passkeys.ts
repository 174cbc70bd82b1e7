import {
  type Browser,
  type HandlersOf,
  type Operations,
  type Passkey,
  type PasskeyAnswer,
  Refusal,
} from "@veche/protocol";
import type { Auth } from "../auth.ts";
import type { StaffStore } from "../store.ts";
import { cookiesOf, refusedWith } from "./answers.ts";

type Own = Pick<HandlersOf<Operations["staff"]>, "startPasskey" | "addPasskey" | "removePasskey">;

const plainObject = (value: object): Record<string, unknown> => ({ ...value });

/** Where an authenticator says that it saw a finger, a face or a PIN. @source WebAuthn §6.1 */
const FLAGS_AT = 32;
const USER_VERIFIED = 0x04;
const sawItsPerson = (authenticatorData: string) =>
  ((Buffer.from(authenticatorData, "base64url")[FLAGS_AT] ?? 0) & USER_VERIFIED) !== 0;

/** Keys that a phone or computer keeps, in the place of a password. */
export function createPasskeys({ auth, store }: { readonly auth: Auth; readonly store: StaffStore }) {
  /** better-auth knows its question by a cookie; here it goes along with the answer instead. */
  const headersOf = (browser: Browser | undefined, challenge: string) =>
    new Headers({
      cookie: [browser?.cookie, challenge].filter(Boolean).join("; "),
      origin: browser?.origin ?? "",
      "user-agent": browser?.userAgent ?? "",
    });

  const operations: Own = {
    async startPasskey(_input, { browser }) {
      const { response, headers } = await auth.api.generatePasskeyRegistrationOptions({
        headers: headersOf(browser, ""),
        returnHeaders: true,
      });
      return { options: plainObject(response), challenge: cookiesOf(headers) };
    },

    async addPasskey({ challenge, response, name }, { browser }) {
      const added = await auth.api
        .verifyPasskeyRegistration({ body: { response, name }, headers: headersOf(browser, challenge) })
        .catch((error: unknown) => {
          refusedWith(error, "FAILED_TO_VERIFY_REGISTRATION");
          throw new Refusal("invalid", { reason: "staff.passkey_refused" });
        });
      return { passkey: { id: added.id, name, addedAt: new Date(added.createdAt).toISOString() } };
    },

    async removePasskey({ id }, { staff }) {
      const { numDeletedRows } = await store.removePasskey(staff.id, id);
      if (numDeletedRows === 0n) throw new Refusal("not_found");
      return {};
    },
  };

  return {
    operations,

    async startSignIn() {
      const { response, headers } = await auth.api.generatePasskeyAuthenticationOptions({
        headers: new Headers(),
        returnHeaders: true,
      });
      return { options: plainObject(response), challenge: cookiesOf(headers) };
    },

    /** @throws Refusal `unauthenticated` */
    async finishSignIn(challenge: string, response: PasskeyAnswer, browser: Browser | undefined) {
      const answer = await auth.api
        .verifyPasskeyAuthentication({
          body: { response },
          headers: headersOf(browser && { ...browser, cookie: "" }, challenge),
          returnHeaders: true,
        })
        .catch((error: unknown) => {
          refusedWith(error);
          throw new Refusal("unauthenticated", { reason: "staff.passkey_unknown" });
        });
      const { session, user } = answer.response;
      const strong = sawItsPerson(response.response.authenticatorData);
      if (strong) await store.markStrong(session.id);
      return { staffId: user.id, strong, cookies: answer.headers.getSetCookie() };
    },

    async of(staffId: string): Promise<Passkey[]> {
      return (await store.passkeysOf(staffId)).map(({ id, name, createdAt }) => ({
        id,
        name: name ?? "",
        ...(createdAt && { addedAt: createdAt }),
      }));
    },
  };
}
