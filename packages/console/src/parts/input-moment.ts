/** A moment as `<input type="datetime-local">` wants it: on this machine's clocks, to the minute. */
export function inputMoment(moment: string): string {
  const at = new Date(moment);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
