/** What a browser calls itself is a history of browsers: the first that fits, most particular first. */
const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger\//, "WeChat"],
  [/DingTalk/i, "DingTalk"],
  [/HuaweiBrowser\//, "Huawei Browser"],
  [/MiuiBrowser\//, "Xiaomi Browser"],
  [/QQBrowser\//, "QQ Browser"],
  [/UCBrowser\//, "UC Browser"],
  [/\bEdg(?:e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const systems: readonly [RegExp, string][] = [
  [/OpenHarmony|HarmonyOS|ArkWeb/, "HarmonyOS"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux|X11/, "Linux"],
];

const find = (text: string, among: readonly [RegExp, string][]): string | null => among.find(([mark]) => mark.test(text))?.[1] ?? null;

/** The browser and the system behind a User-Agent, by the names people know them by; null for what is neither. */
export function deviceOf(userAgent: string): { browser: string | null; system: string | null } {
  return { browser: find(userAgent, browsers), system: find(userAgent, systems) };
}
