import { type HandlersOf, type Operations, Refusal, WithHeaders } from "@veche/protocol";
import type { Auth, SingleSignOn } from "./auth.ts";
import { refusedWith } from "./credentials/answers.ts";
import type { createPasskeys } from "./credentials/passkeys.ts";
import type { createSecondFactor } from "./credentials/second-factor.ts";
import { personView } from "./people.ts";
import { type FactorsOf, normalEmail } from "./rules.ts";
import type { PersonRow, StaffStore } from "./store.ts";
import type { Tries } from "./tries.ts";

export interface EnteringParts {
  readonly auth: Auth;
  readonly store: StaffStore;
  readonly tries: Tries;
  readonly secondFactor: ReturnType<typeof createSecondFactor>;
  readonly passkeys: ReturnType<typeof createPasskeys>;
  readonly singleSignOn: SingleSignOn | undefined;
  readonly needsSecondFactor: (person: FactorsOf) => boolean;
  readonly endSessions: (staffId: string) => Promise<void>;
  readonly keepAct: (staffId: string, action: string, detail?: string) => Promise<void>;
}

type Entering = Pick<
  HandlersOf<Operations["staff"]>,
  "signIn" | "entrance" | "startPasskeySignIn" | "passkeySignIn"
>;

/** By password and code, or by a passkey. */
export function createEntering(parts: EnteringParts): Entering {
  const { auth, store, tries, secondFactor, passkeys, singleSignOn, endSessions, keepAct } = parts;

  const viewOf = (member: PersonRow, strong = false) => ({
    staff: personView(member),
    ...(parts.needsSecondFactor({ ...member, strong }) && { secondFactorNeeded: true as const }),
  });

  /** @throws Refusal `unauthenticated` for one who may not come in any more */
  async function assertMayEnter(member: { id: string; disabled: number | null }): Promise<void> {
    if (member.disabled !== 1) return;
    await endSessions(member.id);
    throw new Refusal("unauthenticated", { reason: "staff.disabled" });
  }

  return {
    async signIn({ email, password, code }, { network, browser }) {
      const address = normalEmail(email);
      const userAgent = browser?.userAgent ?? "";
      await tries.spend(address, network);
      const member = await store.byEmail(address);
      const signedIn = await auth.api
        .signInEmail({
          body: { email: address, password },
          headers: new Headers({ "user-agent": userAgent }),
          returnHeaders: true,
        })
        .catch((error: unknown) => void refusedWith(error));
      if (!signedIn || !member) throw new Refusal("unauthenticated", { reason: "staff.wrong_password" });
      await assertMayEnter(member);
      let cookies = signedIn.headers.getSetCookie();
      if ("twoFactorRedirect" in signedIn.response) {
        if (!code?.trim()) {
          await tries.forgive(address, network);
          throw new Refusal("unauthenticated", { reason: "staff.code_needed", field: "code" });
        }
        cookies = await secondFactor.finishSignIn(member.id, code, signedIn.headers, userAgent);
      }
      await tries.giveBack(address, network);
      await keepAct(member.id, "staff.signIn");
      return new WithHeaders(viewOf(member), { "Set-Cookie": cookies });
    },

    async entrance() {
      return singleSignOn ? { singleSignOn: { name: singleSignOn.name } } : {};
    },

    startPasskeySignIn: () => passkeys.startSignIn(),

    async passkeySignIn({ challenge, response }, { browser }) {
      const { staffId, strong, cookies } = await passkeys.finishSignIn(challenge, response, browser);
      const member = await store.member(staffId);
      if (!member) throw new Refusal("unauthenticated", { reason: "staff.passkey_unknown" });
      await assertMayEnter(member);
      await keepAct(member.id, "staff.signIn", "passkey");
      return new WithHeaders(viewOf(member, strong), { "Set-Cookie": cookies });
    },
  };
}
