/**
 * Two ways to ask for good passwords, which contradict each other: OWASP ASVS 5.0 (6.2: long and not guessable, no
 * composition, no rotation) and the classified protection scheme (等保三级: composition, rotation, history). An
 * installation picks one by BANDENG_PASSWORDS.
 */
export const passwordProfiles = ["asvs", "dengbao"] as const;
export type PasswordProfile = (typeof passwordProfiles)[number];

export const passwordRefusals = [
  "PASSWORD_TOO_SHORT",
  "PASSWORD_TOO_LONG",
  "PASSWORD_COMMON",
  "PASSWORD_SITE_WORD",
  "PASSWORD_KINDS",
  "PASSWORD_HAS_USERNAME",
  "PASSWORD_REUSED",
] as const;
export type PasswordRefusal = (typeof passwordRefusals)[number];

const MIN = 8;
const MAX = 128;
const KINDS = 3;

/** Days after which a password must be changed, and how many earlier ones it must differ from; null and 0 for never. */
export const passwordAge: Record<PasswordProfile, { readonly days: number | null; readonly history: number }> = {
  asvs: { days: null, history: 0 },
  dengbao: { days: 90, history: 5 },
};

/** Sentences for whoever chooses a password, before (rules) and after (refusals). */
export const passwordRules: Record<PasswordProfile, { readonly zh: string; readonly en: string }> = {
  asvs: {
    zh: `至少 ${MIN} 个字符；不能是常见密码，也不能主要由用户名、“板凳”或社区名称组成`,
    en: `At least ${MIN} characters; no common password, and not mostly the user name, “bandeng” or the name of a community`,
  },
  dengbao: {
    zh: `至少 ${MIN} 个字符，含大写字母、小写字母、数字、其他字符中的至少三种；不得包含用户名，不得是常见密码；每 90 天更换，且不得与最近 5 次相同`,
    en: `At least ${MIN} characters with three of: capitals, small letters, digits, others; without the user name and no common password; changed every 90 days, and none of the last 5`,
  },
};

export const passwordSentences: Record<PasswordRefusal, { readonly zh: string; readonly en: string }> = {
  PASSWORD_TOO_SHORT: { zh: `密码至少 ${MIN} 个字符`, en: `A password has at least ${MIN} characters` },
  PASSWORD_TOO_LONG: { zh: `密码最多 ${MAX} 个字符`, en: `A password has at most ${MAX} characters` },
  PASSWORD_COMMON: { zh: "这是常见密码，容易被猜到，请换一个", en: "This password is common and easily guessed; choose another" },
  PASSWORD_SITE_WORD: { zh: "除用户名、“板凳”和社区名称之外，密码还须有至少 8 个字符", en: "Beside the user name, “bandeng” and names of communities, a password has at least 8 characters" },
  PASSWORD_KINDS: { zh: "密码须含大写字母、小写字母、数字、其他字符中的至少三种", en: "A password has three of: capitals, small letters, digits, others" },
  PASSWORD_HAS_USERNAME: { zh: "密码不得包含用户名", en: "A password does not contain the user name" },
  PASSWORD_REUSED: { zh: "不得使用最近 5 次用过的密码", en: "None of the last 5 passwords may be used again" },
};

export interface PasswordFacts {
  readonly profile: PasswordProfile;
  readonly username: string;
  /** Lower case. */
  readonly isCommon: (password: string) => boolean;
  /** Names of communities and the like, beside the product's own. */
  readonly siteWords: readonly string[];
}

const OWN_WORDS = ["bandeng", "板凳会", "板凳"];

/** Why a password may not be chosen; null when it may. Whether it was used before is not known here. Pure. */
export function refusePassword(password: string, { profile, username, isCommon, siteWords }: PasswordFacts): PasswordRefusal | null {
  const length = [...password].length;
  if (length < MIN) return "PASSWORD_TOO_SHORT";
  if (length > MAX) return "PASSWORD_TOO_LONG";
  const plain = password.toLowerCase();
  const name = username.toLowerCase();
  if (profile === "dengbao" && kindsOf(password) < KINDS) return "PASSWORD_KINDS";
  if (profile === "dengbao" && plain.includes(name)) return "PASSWORD_HAS_USERNAME";
  if (isCommon(plain)) return "PASSWORD_COMMON";
  // The longest first: 锡麟街社区 goes whole before 锡麟街 could leave a rest of it.
  const words = [...OWN_WORDS, ...siteWords.map((word) => word.toLowerCase()), name].filter((word) => word !== "").sort((a, b) => b.length - a.length);
  const rest = words.reduce((text, word) => text.replaceAll(word, ""), plain);
  return rest !== plain && [...rest].length < MIN ? "PASSWORD_SITE_WORD" : null;
}

/** How many of capitals, small letters, digits and others: letters of scripts without capitals are others. */
function kindsOf(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u].filter((kind) => kind.test(password)).length;
}
