import { wordPair } from "../../words/language.ts";

/** Words of the page at the bench: a small dictionary of its own, for a stranger's phone. */
export const sitWords = wordPair(
  {
    title: "板凳会签到",
    loading: "正在打开…",
    gone: "这个签到码已经失效，或者会还没有开。请找主持人签到。",
    offline: "网络不通，请再试一次。",
    chooseDoor: "请点自己家的门牌",
    chooseFirst: "签到",
    signIn: (door: string) => `${door} 签到`,
    done: (door: string) => `${door} 已签到`,
    thanks: "请坐，有话慢慢说。",
  } as const,
  {
    title: "Sign in to the bench meeting",
    loading: "Opening…",
    gone: "This code is over, or the meeting has not begun. Please sign in with whoever leads it.",
    offline: "There is no network. Try again.",
    chooseDoor: "Tap your own door",
    chooseFirst: "Sign in",
    signIn: (door) => `Sign in for ${door}`,
    done: (door) => `${door} is signed in`,
    thanks: "Take a seat.",
  },
);
