import { demoCommunity, neighbourCommunity } from "./place-plan.ts";
import type { AreaCode, Role } from "@bandeng/domain";

/** Somebody who works for the community. All invented; 书记, 小周, 网格长, 老张 are called as the published account calls them. */
export interface StaffPlan {
  /** How stories name the person. */
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly area: AreaCode;
  /** Address of a building head's house. */
  readonly building?: string;
  readonly department?: string;
}

/** Departments that can be whistled for (吹哨). */
export const departmentPlan = [
  { key: "housing", name: "区住建局（演示）" },
  { key: "fire", name: "区消防救援大队（演示）" },
  { key: "municipal", name: "区市政所（演示）" },
  { key: "urban", name: "区城管局（演示）" },
] as const;

const grid = (no: string): AreaCode => demoCommunity + no;
const street = demoCommunity.slice(0, 9);
const district = demoCommunity.slice(0, 6);

const heads: readonly (readonly [no: string, name: string])[] = [
  ["001", "赵网格长"],
  ["002", "刘网格长"],
  ["003", "李网格长"],
  ["004", "吴网格长"],
  ["005", "王网格长"],
  ["006", "徐网格长"],
  ["007", "胡网格长"],
  ["008", "朱网格长"],
  ["009", "高网格长"],
];

/** Two grid members a grid. */
const members: readonly (readonly [no: string, first: string, second: string])[] = [
  ["001", "小丁", "小潘"],
  ["002", "小蒋", "小余"],
  ["003", "小何", "小杜"],
  ["004", "小程", "小袁"],
  ["005", "小邓", "小许"],
  ["006", "小沈", "小韩"],
  ["007", "小彭", "小吕"],
  ["008", "小苏", "小蔡"],
  ["009", "小贾", "小魏"],
];

const buildingHeads: readonly (readonly [key: string, name: string, no: string, building: string])[] = [
  ["fang", "方阿姨", "003", "曹家巷小区3号楼"],
  ["bh-1", "江师傅", "003", "曹家巷小区6号楼"],
  ["bh-2", "汪老师", "005", "锡麟街25号"],
  ["bh-3", "储大姐", "001", "天后宫小区2号楼"],
  ["bh-4", "查师傅", "002", "吴越花园1号楼"],
  ["bh-5", "操大叔", "004", "国货街10号"],
  ["bh-6", "郝阿姨", "006", "龙门小区4号楼"],
  ["bh-7", "夏师傅", "007", "大南门新村2号楼"],
  ["bh-8", "叶老师", "008", "墨香苑1号楼"],
  ["bh-9", "范大姐", "009", "宜城苑3号楼"],
];

/** People of the talent pool (人才库): of the community, and of the whole district. */
const experts: readonly (readonly [key: string, name: string, area: AreaCode])[] = [
  ["expert-law-1", "方律师", demoCommunity],
  ["expert-law-2", "丁律师", demoCommunity],
  ["expert-law-3", "卫律师", district],
  ["expert-urban-1", "城管陆队长", demoCommunity],
  ["expert-urban-2", "城管小乔", demoCommunity],
  ["expert-police-1", "民警老秦", demoCommunity],
  ["expert-police-2", "民警小唐", demoCommunity],
  ["expert-municipal-1", "市政冯工", district],
  ["expert-municipal-2", "排水小尤", district],
  ["expert-engineering-1", "结构柳工", district],
  ["expert-medical-1", "全科单医生", demoCommunity],
  ["expert-mediation-1", "退休法官祝老师", demoCommunity],
];

export const staffPlan: readonly StaffPlan[] = [
  { key: "chen", name: "陈书记", role: "SECRETARY", area: demoCommunity },
  { key: "deputy", name: "周副书记", role: "DEPUTY", area: demoCommunity },
  { key: "zhou", name: "小周", role: "CLERK", area: demoCommunity },
  { key: "clerk-2", name: "小郑", role: "CLERK", area: demoCommunity },
  ...heads.map(([no, name]): StaffPlan => ({ key: `head-${no}`, name, role: "GRID_HEAD", area: grid(no) })),
  ...members.flatMap(([no, first, second]): StaffPlan[] => [
    { key: `member-${no}`, name: first, role: "GRID_MEMBER", area: grid(no) },
    { key: `second-${no}`, name: second, role: "GRID_MEMBER", area: grid(no) },
  ]),
  ...buildingHeads.map(([key, name, no, building]): StaffPlan => ({ key, name, role: "BUILDING_HEAD", area: grid(no), building })),
  { key: "qian", name: "钱调解员", role: "MEDIATOR", area: demoCommunity },
  { key: "mediator-2", name: "孟律师", role: "MEDIATOR", area: demoCommunity },
  { key: "council-003", name: "老倪", role: "COUNCIL_MEMBER", area: grid("003") },
  { key: "council-003-2", name: "老施", role: "COUNCIL_MEMBER", area: grid("003") },
  { key: "council-005", name: "老陶", role: "COUNCIL_MEMBER", area: grid("005") },
  { key: "council-006", name: "老姜", role: "COUNCIL_MEMBER", area: grid("006") },
  { key: "zhang", name: "老张", role: "PROXY", area: demoCommunity },
  { key: "proxy-2", name: "老戚", role: "PROXY", area: demoCommunity },
  { key: "housing", name: "住建联络员小严", role: "LIAISON", area: district, department: "housing" },
  { key: "fire", name: "消防联络员小葛", role: "LIAISON", area: district, department: "fire" },
  { key: "municipal", name: "市政联络员小盛", role: "LIAISON", area: district, department: "municipal" },
  { key: "urban", name: "城管联络员小常", role: "LIAISON", area: district, department: "urban" },
  { key: "street", name: "宜城路街道林主任", role: "STREET_OFFICER", area: street },
  { key: "district", name: "迎江区社工部谢科长", role: "DISTRICT_OFFICER", area: district },
  { key: "admin", name: "系统管理员小聂", role: "SYSTEM_ADMIN", area: district },
  { key: "neighbour-secretary", name: "罗书记", role: "SECRETARY", area: neighbourCommunity },
  { key: "neighbour-clerk", name: "小梁", role: "CLERK", area: neighbourCommunity },
  { key: "neighbour-head", name: "董网格长", role: "GRID_HEAD", area: `${neighbourCommunity}001` },
  { key: "neighbour-member", name: "小龚", role: "GRID_MEMBER", area: `${neighbourCommunity}001` },
  ...experts.map(([key, name, area]): StaffPlan => ({ key, name, role: "EXPERT", area })),
];

/** One password for all demo accounts: it protects nothing, everything behind it is invented. */
const demoPassword = "bandeng-demo";

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  /** Key of the person in the staff plan. */
  readonly staff: string;
  readonly zh: string;
  readonly en: string;
}

/** Accounts of the demo, printed at start. The order is the order in which they are worth trying. */
export const demoAccounts: readonly DemoAccount[] = (
  [
    ["chen", "chen", "陈书记 社区书记", "Chen, community secretary"],
    ["zhou", "zhou", "小周 社区干事", "Zhou, community clerk"],
    ["li", "head-003", "李网格长 003 曹家巷", "Li, head of grid 003"],
    ["wang", "head-005", "王网格长 005 锡麟街", "Wang, head of grid 005"],
    ["he", "member-003", "小何 003 网格员", "He, member of grid 003"],
    ["fang", "fang", "方阿姨 曹家巷3号楼楼栋长", "Fang, building head"],
    ["qian", "qian", "钱调解员 人民调解员", "Qian, people's mediator"],
    ["zhang", "zhang", "老张 党员代收", "Zhang, Party member who takes opinions in"],
    ["deputy", "deputy", "周副书记 社区副书记", "deputy secretary"],
    ["zhujian", "housing", "住建联络员", "liaison of the housing department"],
    ["lvshi", "expert-law-1", "方律师 人才库专家", "Fang, lawyer of the talent pool"],
    ["street", "street", "宜城路街道干部", "street officer"],
    ["district", "district", "迎江区干部", "district officer"],
    ["luo", "neighbour-secretary", "罗书记 邻社区书记", "Luo, secretary of the neighbouring community"],
    ["liang", "neighbour-clerk", "小梁 邻社区干事", "Liang, clerk of the neighbouring community"],
    ["admin", "admin", "系统管理员", "system administrator"],
  ] as const
).map(([username, staff, zh, en]) => ({ username, password: demoPassword, staff, zh, en }));
