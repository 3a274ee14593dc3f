import { importFields, type ImportKind } from "./import-fields.ts";
import type { RowProblem, RowProblemCode } from "./import-plan.ts";
import type { PhraseLanguage } from "../phrases/names.ts";

type Sentence = (field: string, other: number) => string;

const sentences: Record<PhraseLanguage, Record<RowProblemCode, Sentence>> = {
  zh: {
    COLUMN_MISSING: (field) => `没有指定“${field}”在哪一列`,
    MISSING: (field) => `缺少${field}`,
    TOO_LONG: (field) => `${field}太长`,
    NOT_WHOLE: (field) => `${field}应为整数`,
    OUT_OF_RANGE: (field) => `${field}超出范围`,
    NOT_AN_AREA: (field) => `${field}应为大于 0 的平方米数，最多四位小数`,
    NOT_YES_NO: (field) => `${field}应填“是”或“否”`,
    NOT_A_KIND: (field) => `${field}应填“住宅”或“商铺”`,
    NOT_A_FLOOR: (field) => `${field}应为楼层，如 3、B1；没有 0 层`,
    NOT_A_UNIT: (field) => `${field}应为单元号，如 3、3单元`,
    UNKNOWN_GRID: (field) => `${field}：本社区没有这个网格`,
    SEVERAL_GRIDS: (field) => `${field}：不止一个网格叫这个名字，请填网格代码`,
    UNKNOWN_COMPOUND: (field) => `${field}：本社区没有这个小区，请先导入小区`,
    UNKNOWN_BUILDING: (field) => `${field}：本社区没有这栋楼，请先导入楼栋`,
    UNKNOWN_DOOR: (field) => `${field}：这栋楼没有登记这一户，请先导入住户门牌`,
    NOT_A_DAY: (field) => `${field}应为日期，如 2023-05-04`,
    NOT_A_CASE_KIND: (field) => `${field}应填“意见”或“难题”`,
    IS_DISPUTE: () => "纠纷涉及当事人，依法保密，不能从表格导入",
    UNKNOWN_CATEGORY: (field) => `${field}：本社区没有这个分类，或与类型不符`,
    NOT_OVER: (field) => `${field}晚于今天：只导入已经办结的事项`,
    WRONG_ORDER: (field) => `${field}早于前一步的日期`,
    NOT_A_NAME: (field) => `${field}应为完整姓名，不含数字和“某”`,
    NOT_A_PHONE: (field) => `${field}应为手机号或固定电话`,
    OTHER_GRID: (field) => `${field}：已登记在另一个网格，导入不能调整网格`,
    COMPANY_WITHOUT_PROPERTY: (field) => `填写了${field}，但“有无物业”为否`,
    TWICE: (_field, other) => `与第 ${other} 行重复`,
  },
  en: {
    COLUMN_MISSING: (field) => `No column was chosen for ${field}`,
    MISSING: (field) => `${field} is missing`,
    TOO_LONG: (field) => `${field} is too long`,
    NOT_WHOLE: (field) => `${field} must be a whole number`,
    OUT_OF_RANGE: (field) => `${field} is out of range`,
    NOT_AN_AREA: (field) => `${field} must be square metres above 0 with at most four decimals`,
    NOT_YES_NO: (field) => `${field} must be yes or no`,
    NOT_A_KIND: (field) => `${field} must be home or shop`,
    NOT_A_FLOOR: (field) => `${field} must be a floor such as 3 or B1; there is no floor 0`,
    NOT_A_UNIT: (field) => `${field} must be the number of a unit, such as 3`,
    UNKNOWN_GRID: (field) => `${field}: the community has no such grid`,
    SEVERAL_GRIDS: (field) => `${field}: several grids have this name, give the code`,
    UNKNOWN_COMPOUND: (field) => `${field}: the community has no such compound, import compounds first`,
    UNKNOWN_BUILDING: (field) => `${field}: the community has no such building, import buildings first`,
    UNKNOWN_DOOR: (field) => `${field}: the building has no such door, import doors first`,
    NOT_A_DAY: (field) => `${field} must be a day such as 2023-05-04`,
    NOT_A_CASE_KIND: (field) => `${field} must be opinion or difficulty`,
    IS_DISPUTE: () => "A dispute is confidential to its parties and is not brought in from a table",
    UNKNOWN_CATEGORY: (field) => `${field}: the community has no such category, or it does not fit the kind`,
    NOT_OVER: (field) => `${field} is after today: only cases that are over are brought in`,
    WRONG_ORDER: (field) => `${field} is before the step that precedes it`,
    NOT_A_NAME: (field) => `${field} must be a whole name, without digits or a mask`,
    NOT_A_PHONE: (field) => `${field} must be the number of a mobile or a fixed line`,
    OTHER_GRID: (field) => `${field}: it stands in another grid already, which an import cannot change`,
    COMPANY_WITHOUT_PROPERTY: (field) => `${field} is given, but there is no property service`,
    TWICE: (_field, other) => `Says the same as line ${other}`,
  },
};

/** What a field is called. */
export function importFieldName(kind: ImportKind, id: string, language: PhraseLanguage): string {
  return importFields[kind].find((field) => field.id === id)?.[language] ?? id;
}

/** What is wrong with a row, as a sentence. */
export function importSentence(kind: ImportKind, { field, code, other }: RowProblem, language: PhraseLanguage): string {
  return sentences[language][code](importFieldName(kind, field, language), other ?? 0);
}
