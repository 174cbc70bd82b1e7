import type { Role } from "@veche/protocol";

/** Wrong passwords that one account may get from one network before it must wait. */
export const WRONG_PASSWORDS = { from: "account and network", tries: 5, withinSeconds: 15 * 60 } as const;

/** Wrong passwords from one network over all accounts: guessing names is slow too. */
export const WRONG_FROM_NETWORK = { tries: 50, withinSeconds: 15 * 60 } as const;

/** For this long a looked-up session is believed without asking the database again. */
export const SESSION_BELIEVED_MS = 2_000;

/** After this a session ends however much it is used; without use it ends after `SESSION_HOURS`. */
export const SESSION_AT_MOST_MS = 7 * 86_400_000;

/** How long an invitation or a link for a new password works. */
export const INVITATION_DAYS = 7;

/** A code of an app is valid for a minute and a half: as long it is remembered as used. */
export const USED_CODE_KEPT_MS = 5 * 60_000;

export const normalEmail = (email: string): string => email.trim().toLowerCase();

/** What a person shows when they come in. */
export interface FactorsOf {
  readonly role: string;
  /** A code of an app is asked for besides the password. */
  readonly twoFactorEnabled: number | boolean | null | undefined;
  /** The session was opened by more than a password. */
  readonly strong: boolean;
}

/** Whether the person must set up a second factor before anything else. */
export const lacksSecondFactor = (asked: readonly Role[], { role, twoFactorEnabled, strong }: FactorsOf) =>
  asked.some((it) => it === role) && !strong && !twoFactorEnabled;

interface Held {
  readonly id: string;
  readonly role: string;
  readonly disabled: number | null;
}

/** Whether the city would be left without an administrator who can come in. */
export const leavesNoAdmin = (members: readonly Held[], without: string): boolean =>
  !members.some(({ id, role, disabled }) => id !== without && role === "admin" && disabled !== 1);
