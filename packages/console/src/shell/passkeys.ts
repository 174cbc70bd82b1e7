import type { PasskeyAnswer } from "@veche/protocol";

type Options = Readonly<Record<string, unknown>>;

/** Whether this browser can make and use passkeys at all. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === "function" &&
  typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function";

function asKey(credential: Credential | null): PublicKeyCredential {
  if (credential instanceof PublicKeyCredential) return credential;
  throw new DOMException("no passkey", "NotAllowedError");
}

/** @returns what the server is sent of a new passkey; rejects when the person turns away */
export async function makePasskey(options: Options): Promise<Record<string, unknown>> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return { ...asKey(await navigator.credentials.create({ publicKey })).toJSON() };
}

/** @returns the answer that proves the passkey; rejects when the person turns away */
export async function answerWithPasskey(options: Options): Promise<PasskeyAnswer> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  return asKey(await navigator.credentials.get({ publicKey })).toJSON() as PasskeyAnswer;
}

/** The person closed the browser's question, or let it pass. */
export const turnedAway = (error: unknown): boolean =>
  error instanceof DOMException &&
  ["NotAllowedError", "AbortError", "InvalidStateError"].includes(error.name);
