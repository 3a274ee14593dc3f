/** Letters of any script, digits and the marks people write in account names. */
const USERNAME = /^[\p{L}\p{N}_.-]{2,30}$/u;

/** The one spelling of a user name, under which accounts are found and attempts counted; null for what can be none. */
export function usernameOf(given: unknown): string | null {
  if (typeof given !== "string") return null;
  const username = given.toLowerCase();
  return USERNAME.test(username) ? username : null;
}
