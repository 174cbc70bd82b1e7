import type { Moment } from "./tables.ts";

/** better-auth's own tables, named as it names them; it reads and writes them by itself. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  role: string;
  disabled: number | null;
  /** Slug of a hotline; null for all of them. */
  department: string | null;
  twoFactorEnabled: number | null;
}

export interface AuthSessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: string;
  updatedAt: string;
  /** Opened by more than a password: a key that asked for a finger or a PIN, or the city's own service. */
  strong: number | null;
}

export interface AuthAccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: string | null;
  refreshTokenExpiresAt: string | null;
  scope: string | null;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: string;
  createdAt: string | null;
  updatedAt: string | null;
}

export interface AuthTwoFactorTable {
  id: string;
  /** Encrypted with the server's secret, as are the codes. */
  secret: string;
  backupCodes: string;
  userId: string;
  verified: number | null;
  failedVerificationCount: number | null;
  lockedUntil: string | null;
}

export interface AuthPasskeyTable {
  id: string;
  name: string | null;
  publicKey: string;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: number;
  transports: string | null;
  createdAt: string | null;
  aaguid: string | null;
}

/** A link by which somebody joins or sets a new password; only its hash is kept. */
export interface StaffInvitationTable {
  id: string;
  token_hash: string;
  /** `join` or `password`. */
  kind: string;
  email: string;
  name: string;
  role: string;
  department: string | null;
  /** Whose password; null for somebody new. */
  staff_id: string | null;
  invited_by: string;
  invited_by_name: string;
  invited_at: Moment;
  expires_at: Moment;
  used_at: Moment | null;
  withdrawn_at: Moment | null;
}

/** A code of an app that was used, for as long as it would be valid. */
export interface StaffUsedCodeTable {
  staff_id: string;
  code_hash: string;
  at: Moment;
}
