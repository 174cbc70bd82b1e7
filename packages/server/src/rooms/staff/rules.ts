/** Wrong passwords that one account may get from one network before it must wait. */
export const WRONG_PASSWORDS = { from: "account and network", tries: 5, withinSeconds: 15 * 60 } as const;

/** Wrong passwords from one network over all accounts: guessing names is slow too. */
export const WRONG_FROM_NETWORK = { tries: 50, withinSeconds: 15 * 60 } as const;

/** For this long a looked-up session is believed without asking the database again. */
export const SESSION_BELIEVED_MS = 2_000;

export const normalEmail = (email: string): string => email.trim().toLowerCase();
