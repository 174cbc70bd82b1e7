/** The address if it may be opened from a message: web, phone or mail, nothing that runs. */
export function safeHref(address: string): string | undefined {
  return /^(https?:\/\/[^\s\\]|tel:[+\d]|mailto:[^\s])/i.test(address) && !hasControls(address)
    ? address
    : undefined;
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
