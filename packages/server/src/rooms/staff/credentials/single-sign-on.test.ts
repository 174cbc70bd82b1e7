import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createNetServer } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aTown, type TownUnderTest } from "../../../town.fixture.ts";
import { cookieOf } from "../staff.fixture.ts";

/** An account at the city's own service: login → claims. */
const ACCOUNTS: Record<string, { email: string; email_verified: boolean }> = {
  nadia: { email: "editor@town.example", email_verified: true },
  stranger: { email: "stranger@town.example", email_verified: true },
  imposter: { email: "admin@town.example", email_verified: false },
  left: { email: "operator-left@town.example", email_verified: true },
};

let city: TownUnderTest;
let service: Server;
let logsIn = "nadia";

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createNetServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  const [port, issuerPort] = [await freePort(), await freePort()];
  const publicUrl = `http://localhost:${port}`;
  const issuer = `http://localhost:${issuerPort}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "veche",
        client_secret: "a secret that only the two know",
        redirect_uris: [`${publicUrl}/api/v1/staff/single-sign-on/callback`],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/consent/${uid}` },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: id, ...ACCOUNTS[id] }),
    }),
  });
  service = createServer(async (request, response) => {
    if (!request.url?.startsWith("/consent/")) return provider.callback()(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: logsIn, clientId: String(params.client_id) });
    grant.addOIDCScope("openid email profile");
    const grantId = await grant.save();
    await provider.interactionFinished(request, response, {
      login: { accountId: logsIn },
      consent: { grantId },
    });
  }).listen(issuerPort, "127.0.0.1");
  city = await aTown({
    PORT: String(port),
    HOST: "localhost",
    VECHE_PUBLIC_URL: publicUrl,
    VECHE_OIDC_ISSUER: issuer,
    VECHE_OIDC_CLIENT_ID: "veche",
    VECHE_OIDC_CLIENT_SECRET: "a secret that only the two know",
    VECHE_OIDC_NAME: "Вход города",
  });
  for (const role of ["editor", "admin", "operator-left"]) await city.hire(`${role}@town.example`);
});
afterAll(async () => {
  await city.close();
  service.close();
});

/** Goes through the service as a browser does, and says where it ends and with which cookies. */
async function through(login: string) {
  logsIn = login;
  const jar = new Map<string, string>();
  let address = `${city.url}/api/v1/staff/single-sign-on`;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(address, { redirect: "manual", headers: { cookie } });
    for (const pair of cookieOf(response.headers).split("; ").filter(Boolean)) {
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const next = response.headers.get("location");
    if (!next) throw new Error(`${response.status} at ${address}: ${await response.text()}`);
    address = new URL(next, address).href;
    if (new URL(address).pathname === "/console/") break;
  }
  return {
    address: address.replace(/^http:\/\/[^/]+/, ""),
    cookie: `veche_staff=${jar.get("veche_staff") ?? ""}`,
  };
}

test("a colleague comes in by the city's own sign-in service", async () => {
  expect((await city.call("/api/v1/staff/entrance")).body).toEqual({ singleSignOn: { name: "Вход города" } });
  const { address, cookie } = await through("nadia");
  expect(address).toBe("/console/");
  expect((await city.call("/api/v1/staff/session", { cookie })).body).toMatchObject({
    staff: { email: "editor@town.example", role: "editor" },
  });

  // How strongly the service looks at its people is the service's matter.
  const admin = await city.signIn("admin@town.example");
  const shown = (await city.call("/api/v1/staff/settings", { cookie: admin })).body as { settings: object };
  const body = JSON.stringify({ ...shown, settings: { ...shown.settings, secondFactor: ["editor"] } });
  const saved = await city.call("/api/v1/staff/settings", { method: "PUT", cookie: admin, body });
  expect(saved.status).toBe(200);
  const again = await through("nadia");
  expect((await city.call("/api/v1/staff/articles", { cookie: again.cookie })).status).toBe(200);
});

test.each([
  ["stranger", "whom nobody invited"],
  ["imposter", "whose e-mail the service has not verified"],
])("%s, %s, stays outside", async (login) => {
  const { address, cookie } = await through(login);
  expect(address).toBe("/console/?refused=single-sign-on");
  expect((await city.call("/api/v1/staff/session", { cookie })).status).toBe(401);
});

test("one who was disabled stays outside, whatever the service says", async () => {
  const cookie = await city.signIn("admin@town.example");
  const { body } = await city.call("/api/v1/staff/members", { cookie });
  const left = (body as { items: { id: string; email: string }[] }).items.find(
    ({ email }) => email === "operator-left@town.example",
  );
  await city.call(`/api/v1/staff/members/${left?.id}/disable`, { method: "POST", cookie });
  expect((await through("left")).address).toBe("/console/?refused=single-sign-on");
});

test("a callback that nobody asked for leads to the refusal", async () => {
  const response = await fetch(`${city.url}/api/v1/staff/single-sign-on/callback?code=x&state=y`, {
    redirect: "manual",
  });
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe("/console/?refused=single-sign-on");
});
