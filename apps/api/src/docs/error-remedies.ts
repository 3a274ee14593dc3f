import type { ErrorCode } from "../http/api-error.ts";
import type { Language } from "../http/context.ts";

interface Told {
  readonly cause: string;
  readonly remedy: string;
}

/** Every code an error can carry, as the page of errors tells it. A new code without its words does not compile. */
export const errorRemedies: Record<ErrorCode, { readonly status: string } & Record<Language, Told>> = {
  UNAUTHENTICATED: {
    status: "401",
    zh: { cause: "没有会话也没有密钥，或者密钥写错、已过期、已撤销。", remedy: "检查 `Authorization: Bearer bdk_…`；请管理员在“集成”页查看密钥的状态，需要时轮换。不要反复重试。" },
    en: { cause: "There is no session and no key, or the key is mistyped, expired or revoked.", remedy: "Look at `Authorization: Bearer bdk_…`; ask an administrator for the key's state on the page Integrations, and rotate it where needed. Do not keep trying." },
  },
  FORBIDDEN: {
    status: "200, 400, 403",
    zh: { cause: "密钥或账号没有这项权限：只读密钥不能修改，密钥不能办理事项；会话尚未完成两步验证；或请求来自别的网站。", remedy: "改用有权限的密钥或账号。重发没有用。" },
    en: { cause: "The key or account has no right to it: a READ key changes nothing, no key works on cases; a session has not passed its second factor; or a page of another site asks.", remedy: "Use a key or account that has the right. Sending it again is of no use." },
  },
  NOT_FOUND: {
    status: "200, 404",
    zh: { cause: "没有这个对象或地址，或不在密钥的区域内。列表和 `case` 不报此错，只返回空。", remedy: "检查编号。对密钥来说，看不到的就是不存在。" },
    en: { cause: "There is no such thing or address, or it lies outside the key's area. Lists and `case` answer with nothing instead.", remedy: "Look at the id. What a key may not see does not exist for it." },
  },
  BAD_USER_INPUT: {
    status: "400",
    zh: { cause: "请求不是合法的 JSON 或 GraphQL；字段、参数或变量不符合契约；`first` 不在 1 到 100 之间；文档超过上限。", remedy: "按 `message`、`path` 和 `paths` 改正。用 `/schema.graphql` 在本地校验文档。原样重发仍会出错。" },
    en: { cause: "The request is no JSON or no GraphQL; a field, argument or variable does not fit the contract; `first` is not 1 to 100; the document is over a limit.", remedy: "Correct it by `message`, `path` and `paths`. Validate documents against `/schema.graphql` before sending them. The same again fails again." },
  },
  COST_EXCEEDED: {
    status: "400",
    zh: { cause: "这一次请求的价格超过单次上限；`extensions.cost` 和 `extensions.limit` 写明两者。", remedy: "一次少取一些：减小 `first`，少嵌套列表，或分几次请求。见价目表。" },
    en: { cause: "This one request costs more than one may; `extensions.cost` and `extensions.limit` say how much.", remedy: "Ask for less at once: a smaller `first`, fewer lists within lists, or several requests. See the price list." },
  },
  RATE_LIMITED: {
    status: "429",
    zh: { cause: "本分钟的预算用完了。请求没有执行，修改也没有发生。", remedy: "等 `Retry-After` 秒后原样重发。看 `RateLimit-Remaining` 放慢速度；长期不够时请管理员提高密钥的预算。" },
    en: { cause: "The minute's budget is used up. Nothing of the request has run, no mutation either.", remedy: "Wait for the seconds of `Retry-After` and send the same again. Slow down by `RateLimit-Remaining`; where it never suffices, ask for a larger budget of the key." },
  },
  CONFLICT: {
    status: "200",
    zh: { cause: "两个请求同时修改了同一对象。版本冲突通常作为 `refusal` 返回，见拒绝原因。", remedy: "重新读取后再决定，用新的 `expectedVersion` 提交。" },
    en: { cause: "Two requests changed the same thing at once. A conflict of versions usually comes as a `refusal`.", remedy: "Read it anew, decide again, and send it with the new `expectedVersion`." },
  },
  INTERNAL: {
    status: "200, 500, 503",
    zh: { cause: "服务器出了问题。除 `requestId` 外不透露任何细节。", remedy: "查询可以稍后重试；修改带同一个 `idempotencyKey` 重发，最多生效一次。若一再出现，把 `requestId` 告诉系统管理员。" },
    en: { cause: "Something went wrong on our side. Nothing is told but the `requestId`.", remedy: "Ask again later; send a mutation again with the same `idempotencyKey`: it has one effect at most. Should it keep happening, tell the `requestId` to whoever runs the installation." },
  },
};
