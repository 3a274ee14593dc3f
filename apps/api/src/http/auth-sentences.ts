import { passwordSentences } from "../access/password-policy.ts";

/** What the sign-in says to people, by the code of its answer. */
export const authSentences: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...passwordSentences,
  INVALID_USERNAME_OR_PASSWORD: { zh: "用户名或密码不正确", en: "The user name or the password is wrong" },
  INVALID_PASSWORD: { zh: "密码不正确", en: "The password is wrong" },
  INVALID_CODE: { zh: "验证码不正确或已使用过", en: "The code is wrong or was used before" },
  SECOND_FACTOR_EXISTS: { zh: "已设置两步验证", en: "A second factor is set up already" },
  SECOND_FACTOR_NEEDED: { zh: "请先完成两步验证", en: "Give the second factor first" },
  LINK_INVALID: { zh: "链接无效、已使用或已过期，请联系管理员", en: "The link is not valid, was used or has expired; ask an administrator" },
  LOCKED: { zh: "尝试次数过多，请稍后再试", en: "Too many attempts; try again later" },
  RATE_LIMITED: { zh: "尝试次数过多，请稍后再试", en: "Too many attempts; try again later" },
  UNAUTHENTICATED: { zh: "请先登录", en: "Sign in first" },
  NOT_FOUND: { zh: "没有此项", en: "There is no such thing" },
  BAD_USER_INPUT: { zh: "请求内容不正确", en: "The request is not right" },
  INTERNAL: { zh: "服务器出了问题", en: "Something went wrong on our side" },
};
