/**
 * What Postgres says when it, the disk or the network, and not the request, is at fault: connection
 * lost or not trusted, out of room, shutting down, another process in the way.
 *
 * @source https://www.postgresql.org/docs/current/errcodes-appendix.html classes 08, 25P03, 40, 53, 55P03, 57, 58
 */
const CODES = /^(08...|25P03|40...|53...|55P03|57...|58...)$/;
const NETWORK = /^E(CONN|PIPE|HOST|NET|TIMEDOUT|AI_)|^ENOTFOUND$/;
/** A certificate that nobody vouches for, that has run out or is another's, as Node names it. */
const TLS = /CERT|^ERR_(TLS|SSL)_|^UNABLE_TO_|^HOSTNAME_MISMATCH$/;

export function isPostgresFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return (
    CODES.test(code) ||
    NETWORK.test(code) ||
    TLS.test(code) ||
    /^(Connection terminated|timeout exceeded|The server does not support SSL)/i.test(error.message)
  );
}

/** Wrong name or password, no such database, no rights: what a setting is wrong about. */
const NOT_LET_IN = /^(28...|3D000|42501)$/;

/** One line on why nobody can work with a database, where that lies outside of us; undefined for anything else. */
export function whyPostgresRefuses(error: unknown): string | undefined {
  if (error instanceof AggregateError) return whyPostgresRefuses(error.errors[0]);
  if (!(error instanceof Error)) return undefined;
  const code = "code" in error ? String(error.code) : "";
  if (!NOT_LET_IN.test(code) && !isPostgresFault(error)) return undefined;
  return error.message.split("\n", 1)[0];
}
