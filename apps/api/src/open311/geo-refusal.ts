import { phraseOf, type Refusal } from "@bandeng/domain";
import type { FastifyReply } from "fastify";
import { listed, sendAnswer, type Format } from "./geo-answer.ts";
import type { Language } from "../http/context.ts";

/** Why GeoReport does not answer, with the status the specification gives it. */
const sentences = {
  NO_SUCH_FORMAT: { status: 404, zh: "只提供 .json 和 .xml", en: "Only .json and .xml are answered" },
  NOT_FOUND: { status: 404, zh: "没有这个地址", en: "There is nothing at this address" },
  NO_JURISDICTION: { status: 400, zh: "缺少 jurisdiction_id（社区代码，12 位）", en: "jurisdiction_id was not provided: the code of a community, 12 digits" },
  JURISDICTION_NOT_FOUND: { status: 404, zh: "没有这个 jurisdiction_id", en: "jurisdiction_id was not found" },
  SERVICE_NOT_FOUND: { status: 404, zh: "没有这个 service_code", en: "service_code was not found" },
  NO_SERVICE: { status: 400, zh: "缺少 service_code", en: "service_code was not provided" },
  REQUEST_NOT_FOUND: { status: 404, zh: "没有这个 service_request_id", en: "service_request_id was not found" },
  TOKEN_NOT_FOUND: { status: 404, zh: "没有这个 token", en: "token was not found" },
  NO_KEY: { status: 403, zh: "缺少 api_key，或密钥无效", en: "api_key is missing or invalid" },
  KEY_ONLY_READS: { status: 403, zh: "该密钥只读，不能提交", en: "This api_key reads and files nothing" },
  WRONG_DATE: { status: 400, zh: "start_date、end_date 须为 2024-03-04T10:00:00Z 形式的时间", en: "start_date and end_date are moments such as 2024-03-04T10:00:00Z" },
  WRONG_SPAN: { status: 400, zh: "start_date 到 end_date 最多 90 天，且先后有序", en: "start_date to end_date spans at most 90 days, the earlier one first" },
  WRONG_STATUS: { status: 400, zh: "status 只能是 open、closed", en: "status is open or closed" },
  WRONG_PAGE: { status: 400, zh: "page 从 1 起；page_size 为 1 到 1000", en: "page begins at 1; page_size is 1 to 1000" },
  TOO_MANY: { status: 400, zh: "一次最多 100 个编号", en: "At most 100 ids at once" },
  NO_FORM: { status: 400, zh: "请以 application/x-www-form-urlencoded 提交", en: "Send the fields as application/x-www-form-urlencoded" },
  WRONG_TEXT: { status: 400, zh: "字段重复，或内容过长、含有不能使用的字符", en: "A field is given twice, is too long, or has a character that cannot be stored" },
  NO_WORDS: { status: 400, zh: "缺少 description", en: "description was not provided" },
  NO_PLACE: { status: 400, zh: "缺少位置：address_id、address_string，或 lat 与 long", en: "No location was provided: address_id, address_string, or lat and long" },
  WRONG_TOKEN: { status: 400, zh: "token 须为 1 到 64 个字母、数字、- 或 _", en: "token is 1 to 64 letters, digits, - or _" },
} as const;
export type GeoProblem = keyof typeof sentences;

/** Ends the handling of a request with a refusal. */
export class GeoRefused extends Error {
  constructor(readonly problem: GeoProblem) {
    super(problem);
  }
}

/** An error as GeoReport writes it: `[{ code, description }]`. */
export function sendError(reply: FastifyReply, format: Format, status: number, description: string): FastifyReply {
  return sendAnswer(reply, format, listed("errors", "error", [{ code: String(status), description }]), status);
}

export function sendProblem(reply: FastifyReply, format: Format, problem: GeoProblem, language: Language): FastifyReply {
  const { status, ...sentence } = sentences[problem];
  return sendError(reply, format, status, sentence[language]);
}

const statusOf: Partial<Record<Refusal["code"], number>> = { NOT_FOUND: 403, UNKNOWN_CATEGORY: 404, CATEGORY_OFF: 404, CATEGORY_OF_OTHER_KIND: 404, DAILY_LIMIT: 403 };

/** What the rules refuse, in their own sentence. */
export function sendRefusal(reply: FastifyReply, format: Format, refusal: Refusal, language: Language): FastifyReply {
  return sendError(reply, format, statusOf[refusal.code] ?? 400, phraseOf(refusal, language));
}
