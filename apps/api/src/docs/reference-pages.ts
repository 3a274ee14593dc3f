import { phraseOf, type RefusalCode } from "@bandeng/domain";
import type { GraphQLSchema } from "graphql";
import { errorCodes } from "../http/api-error.ts";
import type { Language } from "../http/context.ts";
import { errorRemedies } from "./error-remedies.ts";
import { formulaOf, priceList } from "./price-list.ts";
import { exampleOf } from "./refusal-examples.ts";
import { codesByRemedy, remedies, type Remedy } from "./refusal-remedies.ts";

const inTable = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(inTable).join(" | ")} |`).join("\n");

/** Every error: cause and remedy. */
export function errorsPage(language: Language): string {
  const words = {
    zh: { title: "错误", intro: "错误在 `errors[].extensions.code` 里，代码是封闭的列表；`requestId` 也在应答头 `X-Request-Id` 里。状态码 200 的错误只涉及一个字段，其余字段照常返回。业务上的“不行”不是错误，而是 `refusal`，见[拒绝原因](refusals)。", status: "HTTP 状态码", cause: "原因", remedy: "怎么办" },
    en: { title: "Errors", intro: "An error's code stands in `errors[].extensions.code` and is one of a closed list; its `requestId` stands in the header `X-Request-Id` as well. An error with status 200 concerns one field, the others are answered. A no of the rules is no error but a `refusal`: see [Refusals](refusals).", status: "HTTP status", cause: "Cause", remedy: "Remedy" },
  }[language];
  const parts = errorCodes.map((code) => {
    const { status, [language]: told } = errorRemedies[code];
    return `## ${code}\n\n${words.status}: ${status}\n\n- **${words.cause}**: ${told.cause}\n- **${words.remedy}**: ${told.remedy}`;
  });
  return `# ${words.title}\n\n${words.intro}\n\n${parts.join("\n\n")}\n`;
}

/** Every refusal: its sentence, and what a program does about it. */
export function refusalsPage(language: Language): string {
  const words = {
    zh: { title: "拒绝原因", intro: "每个修改的应答都有 `refusal { code message path currentVersion }`：规则说“不行”的原因，什么都没有改。`message` 是给人看的句子（原因），按 `Accept-Language` 用中文或英文；下面的句子里填了示例数据。程序看 `code`，处理办法按类列出。", code: "代码", cause: "原因（示例）" },
    en: { title: "Refusals", intro: "The payload of every mutation has `refusal { code message path currentVersion }`: why the rules say no; nothing was changed. `message` is the cause as a sentence for people, in zh or en by `Accept-Language`; below it is made with sample data. Programs look at `code`; what they do about it stands over each group.", code: "Code", cause: "Cause (a sample)" },
  }[language];
  const parts = Object.keys(remedies).map((remedy) => {
    const codes: readonly RefusalCode[] = codesByRemedy[remedy as Remedy];
    return `## ${remedy}\n\n${remedies[remedy as Remedy][language]}\n\n${table([words.code, words.cause], codes.map((code) => [`\`${code}\``, phraseOf(exampleOf(code), language)]))}`;
  });
  return `# ${words.title}\n\n${words.intro}\n\n${parts.join("\n\n")}\n`;
}

/** The price of every field that costs something. */
export function pricesPage(schema: GraphQLSchema, language: Language): string {
  const words = {
    zh: { title: "价目表", intro: "执行前先算价：按下面的公式，从最里层的字段往外加。“下级”是它下面要的各字段的价格之和；没有列出的字段不收费，只把下级的价格带上来。每个应答的 `extensions.cost` 写明本次的价格和余额，见[限额](limits)。", field: "字段", price: "价格", below: "下级", input: "条数" },
    en: { title: "Price list", intro: "A request is priced before it runs, by these formulas, from the innermost fields outwards. “below” is what the fields below it cost together; a field that is not listed is free and hands on what is below it. `extensions.cost` of each answer says what it cost and what is left: see [Limits](limits).", field: "Field", price: "Price", below: "below", input: "entries" },
  }[language];
  const rows = priceList(schema).map((price) => [`\`${price.type}.${price.field}\``, formulaOf(price, words)]);
  return `# ${words.title}\n\n${words.intro}\n\n${table([words.field, words.price], rows)}\n`;
}
