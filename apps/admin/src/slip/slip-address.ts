/** The address that the QR code of a slip leads to: it holds the code and nothing else. */
export function slipAddress(code: string): string {
  return `${location.origin}/s/${code}`;
}

/** Where a code is typed in, as it stands on posters. */
export function slipEntryAddress(): string {
  return `${location.origin}/s`;
}
