import { type HandlersOf, type Operations, Refusal, WithHeaders } from "@veche/protocol";
import { type Auth, SINGLE_SIGN_ON, type SingleSignOn } from "../auth.ts";
import { cookiesOf } from "./answers.ts";

const CONSOLE = "/console/";
/** The console says there what went wrong. */
const REFUSED = "/console/?refused=single-sign-on";

type Own = Pick<HandlersOf<Operations["staff"]>, "startSingleSignOn" | "finishSingleSignOn">;

export interface SingleSignOnParts {
  readonly auth: Auth;
  readonly publicUrl: string;
  readonly singleSignOn: SingleSignOn | undefined;
  /** Who holds these cookies, if they may come in; ends their session if not. The service looked at them itself. */
  readonly mayEnter: (cookie: string) => Promise<string | undefined>;
  readonly keepAct: (staffId: string, action: string, detail?: string) => Promise<void>;
}

const goTo = (address: string, cookies: readonly string[] = []) =>
  new WithHeaders(
    { contentType: "text/plain", body: "", status: 303, headers: { Location: address } },
    cookies.length > 0 ? { "Set-Cookie": cookies } : {},
  );

/** Signing in at the city's own OpenID Connect service. Nobody becomes staff by it: colleagues are invited. */
export function createSingleSignOn(parts: SingleSignOnParts): Own {
  const { auth, publicUrl, singleSignOn, mayEnter, keepAct } = parts;

  return {
    async startSingleSignOn() {
      if (!singleSignOn) throw new Refusal("not_found");
      const started = await auth.api
        .signInSocial({
          body: { provider: SINGLE_SIGN_ON, callbackURL: CONSOLE, errorCallbackURL: REFUSED },
          returnHeaders: true,
        })
        .catch((cause: unknown) => {
          throw Object.assign(new Refusal("unavailable", { reason: "staff.single_sign_on_away" }), { cause });
        });
      if (!started.response.url) throw new Refusal("unavailable", { reason: "staff.single_sign_on_away" });
      return goTo(started.response.url, started.headers.getSetCookie());
    },

    async finishSingleSignOn(input, { browser }) {
      if (!singleSignOn) throw new Refusal("not_found");
      const query = new URLSearchParams(
        Object.entries(input).filter((pair): pair is [string, string] => pair[1] !== undefined),
      );
      const answer = await auth.handler(
        new Request(`${publicUrl}/api/auth/callback/${SINGLE_SIGN_ON}?${query.toString()}`, {
          headers: { cookie: browser?.cookie ?? "", "user-agent": browser?.userAgent ?? "" },
        }),
      );
      const where = new URL(answer.headers.get("location") ?? REFUSED, publicUrl);
      const arrived = where.pathname === CONSOLE && !where.search;
      const cookies = answer.headers.getSetCookie();
      const staffId = arrived && (await mayEnter(cookiesOf(answer.headers)));
      if (!staffId) return goTo(REFUSED);
      await keepAct(staffId, "staff.signIn", singleSignOn.name);
      return goTo(CONSOLE, cookies);
    },
  };
}
