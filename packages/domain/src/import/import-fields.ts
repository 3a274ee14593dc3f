import { readCaseKind, readDay, readResult, readTitle } from "./past-case.ts";
import { readAreaCm2, readFloor, readFloors, readHouseholdKind, readPersonName, readPhone, readRoom, readText, readUnit, readUnits, readYear, readYesNo, type Read } from "./cells.ts";

/** What can be brought in from a table. Units come with buildings and households. */
export const importKinds = ["COMPOUNDS", "BUILDINGS", "HOUSEHOLDS", "PEOPLE", "CASES"] as const;
export type ImportKind = (typeof importKinds)[number];

/** A field of a row: what it is called, whether each row needs it, and how its cell is read. */
export interface ImportField {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Other heads it is known by, in small letters and without spaces. */
  readonly known: readonly string[];
  readonly required: boolean;
  readonly read: (text: string) => Read<string | number | boolean>;
}

const gridField = (zh: string, en: string): ImportField => ({ id: "grid", zh, en, known: ["网格", "网格名称", "网格编码", "网格代码", "所属网格", "grid", "gridcode", "主网格", "maingrid"], required: true, read: readText });
const addressField: ImportField = { id: "address", zh: "楼栋地址", en: "Building address", known: ["地址", "楼栋", "楼号", "楼栋名称", "幢号", "address", "building"], required: true, read: readText };

/** The fields of each kind, in the order of its template. */
export const importFields: Record<ImportKind, readonly ImportField[]> = {
  COMPOUNDS: [
    { id: "name", zh: "小区名称", en: "Compound", known: ["小区", "名称", "compound", "name"], required: true, read: readText },
    gridField("主网格", "Main grid"),
    { id: "buildYear", zh: "建成年份", en: "Year built", known: ["建成年代", "年份", "建造年份", "yearbuilt", "buildyear", "year"], required: false, read: readYear },
    { id: "isOld", zh: "老旧小区", en: "Old compound", known: ["是否老旧", "是否老旧小区", "old", "isold"], required: false, read: readYesNo },
    { id: "renovationBatch", zh: "改造批次", en: "Renovation batch", known: ["批次", "batch", "renovationbatch"], required: false, read: readText },
    { id: "hasProperty", zh: "有无物业", en: "Property service", known: ["物业", "是否有物业", "property", "hasproperty"], required: false, read: readYesNo },
    { id: "propertyCompany", zh: "物业公司", en: "Property company", known: ["物业企业", "company", "propertycompany"], required: false, read: readText },
  ],
  BUILDINGS: [
    addressField,
    gridField("网格", "Grid"),
    { id: "compound", zh: "小区名称", en: "Compound", known: ["小区", "所属小区", "compound"], required: false, read: readText },
    { id: "floors", zh: "层数", en: "Floors", known: ["楼层数", "总层数", "floors", "storeys"], required: true, read: readFloors },
    { id: "units", zh: "单元数", en: "Units", known: ["units"], required: false, read: readUnits },
  ],
  HOUSEHOLDS: [
    addressField,
    { id: "unit", zh: "单元", en: "Unit", known: ["单元号", "unit"], required: false, read: readUnit },
    { id: "floor", zh: "楼层", en: "Floor", known: ["层", "所在层", "floor"], required: true, read: readFloor },
    { id: "room", zh: "室号", en: "Room", known: ["房号", "门牌", "门牌号", "房间", "房间号", "room", "door"], required: true, read: readRoom },
    { id: "areaCm2", zh: "专有面积（平方米）", en: "Floor area (m2)", known: ["面积", "建筑面积", "专有面积", "面积(平方米)", "专有面积(平方米)", "area", "floorarea", "area(m2)"], required: false, read: readAreaCm2 },
    { id: "kind", zh: "类型", en: "Kind", known: ["户类型", "房屋类型", "用途", "kind", "type"], required: false, read: readHouseholdKind },
  ],
  PEOPLE: [
    { id: "name", zh: "姓名", en: "Name", known: ["居民姓名", "居民", "住户姓名", "fullname", "resident"], required: true, read: readPersonName },
    { id: "phone", zh: "电话", en: "Phone", known: ["手机", "手机号", "手机号码", "联系电话", "电话号码", "mobile", "phonenumber"], required: false, read: readPhone },
    addressField,
    { id: "unit", zh: "单元", en: "Unit", known: ["单元号", "unit"], required: false, read: readUnit },
    { id: "room", zh: "室号", en: "Room", known: ["房号", "门牌", "门牌号", "房间", "房间号", "room", "door"], required: true, read: readRoom },
  ],
  CASES: [
    { id: "number", zh: "原编号", en: "Former number", known: ["编号", "序号", "事项编号", "案件编号", "number", "no"], required: true, read: readText },
    { id: "title", zh: "标题", en: "Title", known: ["事项", "事项名称", "内容", "title"], required: true, read: readTitle },
    { id: "kind", zh: "类型", en: "Kind", known: ["事项类型", "kind", "type"], required: true, read: readCaseKind },
    { id: "category", zh: "分类", en: "Category", known: ["类别", "事项分类", "category"], required: true, read: readText },
    gridField("网格", "Grid"),
    { ...addressField, required: false },
    { id: "collectedOn", zh: "收集日期", en: "Collected on", known: ["收集时间", "登记日期", "登记时间", "collected"], required: true, read: readDay },
    { id: "acceptedOn", zh: "受理日期", en: "Accepted on", known: ["受理时间", "accepted"], required: false, read: readDay },
    { id: "closedOn", zh: "办结日期", en: "Closed on", known: ["办结时间", "结案日期", "结案时间", "closed"], required: true, read: readDay },
    { id: "result", zh: "办理结果", en: "Result", known: ["结果", "处理结果", "result"], required: true, read: readResult },
  ],
};

const headOf = (text: string): string => text.normalize("NFKC").toLowerCase().replaceAll(/[\s*:]/g, "");

/** Which column of a table each field probably stands in, by the heads; each column at most once. Fields that are in none are absent. */
export function proposedColumns(kind: ImportKind, heads: readonly string[]): Readonly<Record<string, number>> {
  const columns: Record<string, number> = {};
  const taken = new Set<number>();
  const plain = heads.map(headOf);
  for (const field of importFields[kind]) {
    const names = [field.zh, field.en].map(headOf);
    const at = [...names, ...field.known].map((name) => plain.findIndex((head, i) => head === name && !taken.has(i))).find((i) => i !== -1);
    if (at === undefined) continue;
    columns[field.id] = at;
    taken.add(at);
  }
  return columns;
}
