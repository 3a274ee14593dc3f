import { caseActionNames, type CaseAction } from "@bandeng/domain";
import type { CaseDetailFragment, EventToldFragment } from "../../graphql/graphql.ts";

export const sampleId = "0192f0c0-0000-7000-8000-000000000001";
export const li = { id: "p-li", name: "李网格长" };
export const he = { id: "p-he", name: "小何" };

/** A difficulty of 曹家巷 that went up one rung by itself, was held, and waits for the approval of an extension. */
export function sampleCase(change: Partial<CaseDetailFragment> = {}, allowed: readonly CaseAction[] = ["resolve", "contact", "hold", "amend", "escalate"]): CaseDetailFragment {
  return {
    id: sampleId,
    no: "340802001007-2026-0068",
    version: 9,
    visibility: "WHOLE",
    title: "污水管接头漏水滴到楼道",
    kind: "DIFFICULTY",
    category: "assets.sewer",
    gridCode: "340802001007003",
    gridName: "曹家巷网格",
    severity: "HIGH",
    tags: ["DIFFICULT"],
    status: "IN_PROGRESS",
    level: "COMPOUND",
    maxLevel: "COMPOUND",
    boardColumn: "COMPOUND",
    lead: he,
    leadIds: [he.id],
    recordedById: he.id,
    supporters: 2,
    reopenCount: 1,
    projectId: null,
    projectNo: null,
    due: { kind: "LEVEL", at: "2026-11-25T10:00:00.000Z", expected: false, provisional: false },
    overdue: false,
    onSiteDueAt: null,
    collectedAt: "2026-11-16T05:30:00.000Z",
    closedAt: null,
    appealed: false,
    supervised: false,
    risk: { level: "MEDIUM", reasons: [{ code: "REOPENED", sentence: "已重新办理1次" }, { code: "SERIOUS", sentence: "情况严重" }] },
    resolvedAt: null,
    updatedAt: "2026-11-20T02:10:00.000Z",
    place: { compoundId: "c1", compoundName: "曹家巷小区", buildingId: "b1", buildingAddress: "曹家巷小区1号楼", unitId: "u3", unitNo: 3 },
    actions: caseActionNames.map((action) => ({
      action,
      allowed: allowed.includes(action),
      code: allowed.includes(action) ? null : "FORBIDDEN_ROLE",
      message: allowed.includes(action) ? null : `只有主办人可以办（${action}）`,
    })),
    segments: [
      { no: 1, level: "BUILDING", startedAt: "2026-11-16T05:40:00.000Z", days: 3, extendedBy: 0, endedAt: "2026-11-19T10:00:00.000Z", endedBy: "DUE", dueAt: "2026-11-19T10:00:00.000Z" },
      { no: 2, level: "COMPOUND", startedAt: "2026-11-19T10:00:00.000Z", days: 5, extendedBy: 0, endedAt: null, endedBy: null, dueAt: "2026-11-26T10:00:00.000Z" },
    ],
    holds: [{ reason: "WAIT_FUNDS", from: "2026-11-19T11:00:00.000Z", until: "2026-11-20", endedAt: "2026-11-20T01:00:00.000Z" }],
    assignments: [
      { as: "LEAD", person: he },
      { as: "ASSIST", person: li },
    ],
    parties: [],
    facts: [],
    whistles: [
      {
        id: "w1", departmentId: "d1", departmentName: "区住建局", ask: "派人看管道", blownAt: "2026-11-19T02:00:00.000Z",
        replyDueAt: "2026-11-20T10:00:00.000Z", onSiteDueAt: "2026-11-24T10:00:00.000Z", reportedAt: null, result: null, releasedAt: null,
      },
    ],
    respondents: [
      { key: "person:r1", as: "REPORTER", name: "武某", resolved: null, satisfaction: null, attempts: 1 },
      { key: "opinion:o2", as: "REPORTER", name: "匿名", resolved: null, satisfaction: null, attempts: 0 },
    ],
    opinions: [
      { id: "o1", words: "二楼拐角的管子接头一直滴。", voicedAt: "2026-11-16T05:30:00.000Z", recordedAt: "2026-11-16T05:30:00.000Z", channel: "VISIT", reporter: { id: "r1", name: "武某" }, recordedBy: he },
      { id: "o2", words: "楼梯又湿又滑。", voicedAt: "2026-11-14T05:30:00.000Z", recordedAt: "2026-11-17T05:30:00.000Z", channel: "POINT", reporter: null, recordedBy: he },
    ],
    pendingAsk: { kind: "EXTEND", askedBy: he.id, askedAs: "GRID_MEMBER", at: "2026-11-20T02:10:00.000Z", reason: "管材还没有到。", holdReason: null, until: null, days: 2 },
    attachments: [],
    ...change,
  };
}

export function sampleEvent(seq: number, type: string, payload: object, more: Partial<EventToldFragment> = {}): EventToldFragment {
  return {
    id: `e${seq}`,
    seq,
    type,
    at: "2026-11-19T02:00:00.000Z",
    recordedAt: "2026-11-19T02:00:00.000Z",
    actor: he,
    payload: JSON.stringify(payload),
    words: null,
    due: null,
    corrected: false,
    ...more,
  };
}

/** A few steps, latest first, as the API gives them. */
export const sampleEvents: EventToldFragment[] = [
  sampleEvent(9, "ASKED", { ask: { kind: "EXTEND", askedBy: he.id, askedAs: "GRID_MEMBER", at: "2026-11-20T02:10:00.000Z", reason: "管材还没有到。", holdReason: null, until: null, days: 2 } }),
  sampleEvent(8, "CORRECTED", { corrects: 7, reason: "点错了" }, { actor: li }),
  sampleEvent(7, "SENT_DOWN", { from: "COMPOUND", to: "BUILDING", reason: "先看看", days: 3 }, { actor: li, corrected: true }),
  sampleEvent(6, "ESCALATED", { from: "BUILDING", to: "COMPOUND", cause: "DUE", reason: "", days: 5 }, { actor: null, due: { kind: "LEVEL", at: "2026-11-26T10:00:00.000Z" } }),
  sampleEvent(5, "CONTACTED", { kind: "VISIT" }, { words: "上门看了，接头老化。" }),
  sampleEvent(1, "COLLECTED", { no: "340802001007-2026-0068", title: "污水管接头漏水", kind: "DIFFICULTY", category: null, severity: "HIGH", tags: [], reporters: [], linkedFrom: null }),
];
