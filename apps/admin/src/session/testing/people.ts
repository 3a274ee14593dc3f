import { rightsOf, type Role } from "@bandeng/domain";

const viewerOf = (username: string, name: string, role: Role, areaCode: string, areaName: string) => ({
  viewer: {
    __typename: "Viewer",
    username,
    stage: "FULL",
    person: { __typename: "Person", id: `person-${username}`, name },
    convenes: [] as string[],
    roles: [{ __typename: "ViewerRole", role, areaCode, areaName, buildingId: null }],
    can: rightsOf({ personId: `person-${username}`, assignments: [{ personId: `person-${username}`, role, area: areaCode, buildingId: null, departmentId: null, from: "2020-01-01", to: null }] }).map(
      (held) => ({ __typename: "HeldRight", ...held }),
    ),
  },
});

/** Answers of the viewer query. */
export const zhou = viewerOf("zhou", "小周", "CLERK", "340802001007", "天后宫社区");
export const he = viewerOf("he", "小何", "GRID_MEMBER", "340802001007003", "曹家巷网格");
export const chen = viewerOf("chen", "陈书记", "SECRETARY", "340802001007", "天后宫社区");
export const admin = viewerOf("admin", "系统管理员", "SYSTEM_ADMIN", "340802", "迎江区");

const building = (id: string, address: string, pinyin: string) => ({
  __typename: "Building",
  id,
  address,
  pinyin,
  gridCode: "340802001007003",
  compoundName: "曹家巷小区",
  units: [1, 2].map((no) => ({ __typename: "Unit", id: `${id}-${no}`, no })),
});
export const buildings = [building("b1", "曹家巷小区1号楼", "caojiaxiangxiaoqu1haolou"), building("b3", "曹家巷小区3号楼", "caojiaxiangxiaoqu3haolou"), building("x25", "锡麟街25号", "xilinjie25hao")];

/** Finds like the server does: by address, pinyin, initials. */
export const findBuildings = ({ text }: Record<string, unknown>) => ({
  buildings: {
    __typename: "BuildingConnection",
    nodes: buildings.filter(({ address }) => {
      const initials = address.startsWith("曹") ? "cjxxq" : "xlj";
      return typeof text !== "string" || address.includes(text) || initials.includes(text);
    }),
  },
});

const recorded = (payload: string, severity: unknown) => ({
  __typename: payload,
  case: {
    __typename: "Case",
    id: "case-1",
    no: "340802001007-2024-0101",
    version: 1,
    title: "下水道堵了",
    gridName: "曹家巷网格",
    supporters: 1,
    due: { __typename: "Due", kind: severity === "SAFETY" ? "ON_SITE" : "FIRST_CONTACT", at: "2024-08-27T10:00:00.000Z", provisional: false },
    onSiteDueAt: severity === "SAFETY" ? "2024-08-26T04:00:00.000Z" : null,
  },
  opinion: { __typename: "Opinion", id: "opinion-1", slipCode: "K7M3PT9XCA" },
  refusal: null,
});

export const recordedCase = (severity: unknown = "NORMAL") => ({ collectOpinion: recorded("CollectOpinionPayload", severity) });
export const addedOpinion = () => ({ addOpinion: recorded("AddOpinionPayload", "NORMAL") });

export const refused = (code: string, path: string | null) => ({
  collectOpinion: { __typename: "CollectOpinionPayload", case: null, opinion: null, refusal: { __typename: "Refusal", code, message: "没有这个地点", path } },
});
