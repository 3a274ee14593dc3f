/** How many are refused (ASVS 6.2.4): the first of the list that are long enough to be chosen at all. */
const MOST_COMMON = 3000;
const SHORTEST = 8;

let loading: Promise<ReadonlySet<string>> | undefined;

/** The most common passwords, in lower case. The list is read when somebody first chooses a password. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  return (loading ??= load());
}

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  const longEnough = dictionary["passwords-common"].filter((password) => [...password].length >= SHORTEST);
  return new Set(longEnough.slice(0, MOST_COMMON));
}
