import { createHash } from "node:crypto";
import { type HandlersOf, type Operations, Refusal, type Role, WithHeaders } from "@veche/protocol";
import type { Auth } from "../auth.ts";
import { USED_CODE_KEPT_MS } from "../rules.ts";
import type { StaffStore } from "../store.ts";
import { cookiesOf, refusedWith } from "./answers.ts";

export interface SecondFactorParts {
  readonly auth: Auth;
  readonly store: StaffStore;
  readonly clock: () => Date;
  /** Sessions that were looked up are not believed any more. */
  readonly forget: () => void;
  /** Whether people of the role may not do without. */
  readonly isAskedOf: (role: Role) => boolean;
  /** Spends a try on the password; refuses a wrong one. */
  readonly assertPassword: (
    staff: { id: string; email: string },
    password: string,
    network: string,
  ) => Promise<void>;
}

type Own = Pick<
  HandlersOf<Operations["staff"]>,
  "startSecondFactor" | "confirmSecondFactor" | "removeSecondFactor" | "renewBackupCodes"
>;

const digest = (code: string) => createHash("sha256").update(code).digest("base64url");
const plain = (code: string) => code.replace(/\s+/g, "");
const isOfApp = (code: string) => /^\d{6}$/.test(code);

/** Codes of an authenticator app, and the backup codes for a lost phone. */
export function createSecondFactor(parts: SecondFactorParts) {
  const { auth, store, clock, forget, assertPassword, isAskedOf } = parts;
  /** A code of an app counts once, though it stays valid for a while. */
  async function spendCode(staffId: string, code: string): Promise<void> {
    const now = clock();
    const fresh = await store.spendCode(
      { staff_id: staffId, code_hash: digest(code), at: now.toISOString() },
      new Date(now.getTime() - USED_CODE_KEPT_MS),
    );
    if (!fresh) throw new Refusal("unauthenticated", { reason: "staff.used_code", field: "code" });
  }

  /**
   * The session after a password that was right, given the cookies of that half sign-in.
   *
   * @throws Refusal `unauthenticated`, field `code`
   */
  async function finishSignIn(staffId: string, given: string, half: Headers, userAgent: string) {
    const code = plain(given);
    const headers = new Headers({ cookie: cookiesOf(half), "user-agent": userAgent });
    if (isOfApp(code)) await spendCode(staffId, code);
    const asked = { body: { code }, headers, returnHeaders: true } as const;
    const done = isOfApp(code) ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked);
    const answer = await done.catch((error: unknown) => {
      refusedWith(error);
      throw new Refusal("unauthenticated", { reason: "staff.wrong_code", field: "code" });
    });
    return answer.headers.getSetCookie();
  }

  const operations: Own = {
    async startSecondFactor({ password }, { staff, network, browser }) {
      await assertPassword(staff, password, network);
      const headers = new Headers({ cookie: browser?.cookie ?? "" });
      const made = await auth.api.enableTwoFactor({ body: { password }, headers }).catch((error: unknown) => {
        refusedWith(error);
        throw new Refusal("conflict", { reason: "staff.second_factor_on" });
      });
      if (!("totpURI" in made)) throw new Error("a second factor without a secret");
      return { uri: made.totpURI, backupCodes: made.backupCodes };
    },

    async confirmSecondFactor({ code }, { staff, browser }) {
      const headers = new Headers({
        cookie: browser?.cookie ?? "",
        "user-agent": browser?.userAgent ?? "",
      });
      await spendCode(staff.id, plain(code));
      const answer = await auth.api
        .verifyTOTP({ body: { code: plain(code) }, headers, returnHeaders: true })
        .catch((error: unknown) => {
          refusedWith(error);
          throw new Refusal("invalid", { reason: "staff.wrong_code", field: "code" });
        });
      forget();
      return new WithHeaders({}, { "Set-Cookie": answer.headers.getSetCookie() });
    },

    async removeSecondFactor({ password }, { staff, network, browser }) {
      if (isAskedOf(staff.role)) throw new Refusal("conflict", { reason: "staff.second_factor_kept" });
      await assertPassword(staff, password, network);
      const headers = new Headers({ cookie: browser?.cookie ?? "" });
      const answer = await auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true });
      forget();
      return new WithHeaders({}, { "Set-Cookie": answer.headers.getSetCookie() });
    },

    async renewBackupCodes({ password }, { staff, network, browser }) {
      await assertPassword(staff, password, network);
      const headers = new Headers({ cookie: browser?.cookie ?? "" });
      const made = await auth.api
        .generateBackupCodes({ body: { password }, headers })
        .catch((error: unknown) => {
          refusedWith(error);
          throw new Refusal("conflict", { reason: "staff.second_factor_off" });
        });
      return { backupCodes: made.backupCodes };
    },
  };

  return { operations, finishSignIn };
}
