import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";
import { homes, option, sampleRoom, seatOf, withItem, withSeats } from "./testing/sample-room.ts";

// Dialogs and panels are code of their own, fetched when they are first opened.
vi.setConfig({ testTimeout: 60_000 });

let server: FakeServer;
const grid = "340802001007005";
const card = (id: string, meetsAt: string, words: string, more: object = {}) => ({
  __typename: "Meeting", id, version: 2, areaCode: grid, areaName: "锡麟街网格", form: "SCHEDULED", status: "SUMMONED", place: { __typename: "MeetingPlace", words }, meetsAt, recordedAfterwards: false, confidential: false,
  people: 0, convener: null, agenda: [{ __typename: "AgendaItem", id: `i-${id}`, version: 1, notReached: null, resolution: null, case: { __typename: "Case", id: `c-${id}`, title: "3单元下水道堵塞", kind: "DIFFICULTY" } }], ...more,
});
const sewer = {
  __typename: "Case", id: "case-1", no: "340802001007-2024-0031", version: 3, title: "3单元下水道堵塞", kind: "DIFFICULTY", status: "ACCEPTED", level: "BUILDING", visibility: "WHOLE", gridCode: grid, gridName: "锡麟街网格",
  place: { __typename: "CasePlaceType", compoundId: null, buildingId: "b-25", unitId: "u-3", compoundName: null, buildingAddress: "锡麟街25号", unitNo: 3 },
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-08T02:00:00.000Z") });
  server = fakeServer({
    Viewer: () => zhou,
    Meetings: () => ({
      meetings: {
        __typename: "MeetingConnection", pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
        nodes: [card("m-2", "2024-05-20T11:00:00.000Z", "社区会议室", { confidential: true }), card("m-1", "2024-05-08T10:30:00.000Z", "3单元门前", { status: "OPEN", people: 9 })],
      },
    }),
    AgendaCases: () => ({ cases: { __typename: "CaseConnection", nodes: [sewer] } }),
    AgendaCaseById: () => ({ case: sewer }),
    AffectedHouseholds: ({ scope }) => ({ affectedHouseholds: scope === "STACK" ? null : homes.map((household) => ({ __typename: "AffectedHousehold", household, direct: true, origin: "COMPUTED" })) }),
    AreaDepartments: () => ({ departments: [{ __typename: "Department", id: "d-1", name: "区市政所" }] }),
    AreaWorkers: () => ({ workers: [{ __typename: "Worker", id: "p-wang", name: "王网格长", roles: ["GRID_HEAD"] }] }),
    Councils: () => ({
      councils: {
        __typename: "CouncilConnection",
        nodes: [{
          __typename: "Council", id: "k-5", version: 1, areaCode: grid, areaName: "锡麟街网格", name: "锡麟街小板凳议事团", from: "2024-01-01", to: null, inForce: true, convener: null,
          members: [{ __typename: "CouncilMember", personId: "p-tao", category: "RETIRED_PARTY_MEMBER", from: "2024-01-01", to: null, inForce: true, person: { __typename: "Person", id: "p-tao", name: "老陶" } }],
        }],
      },
    }),
    AreaName: ({ code }) => ({ area: { __typename: "Area", code, name: "锡麟街网格" } }),
  });
});
afterEach(async () => {
  await cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const button = (name: string | RegExp) => page.getByRole("button", { name });
const summoned = (verb: string) => ({ [verb]: { __typename: `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`, meeting: card("m-1", "2024-05-08T10:30:00.000Z", "3单元门前"), refusal: null } });

describe("the calendar", () => {
  test("shows a month by days, then a week, then a list; asking for whole weeks by the clock of Shanghai", async () => {
    const router = await openPage("/meetings");
    await expect.element(page.getByRole("cell", { name: /5月8日 1 场/ })).toMatchTextContent(/18:30 3单元门前/);
    expect(server.asked("Meetings")[0]).toMatchObject({ areas: ["340802001007"], from: "2024-04-28T16:00:00.000Z", to: "2024-06-02T16:00:00.000Z", statuses: null });
    await button(/5月20日 1 场/).click();
    await expect.element(page.getByRole("heading", { name: "2024年5月20日–2024年5月26日" })).toBeVisible();
    expect(router.state.location.search).toMatchObject({ view: "week", day: "2024-05-20" });
    await page.getByRole("radio", { name: "列表" }).click();
    await expect.element(page.getByRole("region", { name: "2024年5月8日" })).toMatchTextContent(/18:30\s*3单元门前\s*进行中\s*锡麟街网格\s*9 人到场\s*3单元下水道堵塞/);
    await button("下个月").click();
    await expect.element(page.getByRole("heading", { name: "2024年6月" })).toBeVisible();
  });

  test("is narrowed by state, in the address", async () => {
    const router = await openPage("/meetings?view=list");
    await button(/全部状态/).click();
    await page.getByRole("option", { name: "已召集" }).click();
    await expect.poll(() => server.asked("Meetings").at(-1)?.["statuses"]).toEqual(["SUMMONED"]);
    expect(router.state.location.searchStr).toContain("status=SUMMONED");
  });

  test("lets nobody summon without the right, unless he convenes a council", async () => {
    server.answers["Viewer"] = () => he;
    await openPage("/meetings");
    await expect.element(button("召集")).toHaveAttribute("aria-disabled", "true");
    await cleanup();
    const convener = { viewer: { ...he.viewer, convenes: ["340802001007003"] } };
    server.answers["Viewer"] = () => convener;
    await openPage("/meetings");
    await expect.element(button("召集")).not.toHaveAttribute("aria-disabled");
  });
});

describe("summoning", () => {
  test("takes a case, counts whom it concerns, stands in front of it, and calls departments and the council", async () => {
    server.answers["SummonMeeting"] = () => summoned("summonMeeting");
    server.answers["Meeting"] = () => ({ meeting: sampleRoom() });
    const router = await openPage("/meetings?dialog=summon&case=case-1");
    const dialog = page.getByRole("dialog", { name: "召集" });
    await expect.element(dialog.getByText("涉及 4 户")).toBeVisible();
    await expect.element(dialog.getByRole("textbox", { name: /地点/ })).toHaveValue("锡麟街25号3单元门前");
    await dialog.getByRole("button", { name: /涉及范围/ }).click();
    await page.getByRole("option", { name: "同一竖列" }).click();
    await expect.element(dialog.getByText("事项的地点算不出这个范围，请改选")).toBeVisible();
    await dialog.getByRole("button", { name: /涉及范围/ }).click();
    await page.getByRole("option", { name: "本单元" }).click();
    await dialog.getByRole("button", { name: /请部门参加/ }).click();
    await page.getByRole("option", { name: "区市政所" }).click();
    await userEvent.keyboard("{Escape}");
    await dialog.getByText("通知锡麟街小板凳议事团全体成员（1 人）").click();
    await dialog.getByRole("button", { name: "召集板凳会" }).click();
    await expect.poll(() => router.state.location.pathname).toBe("/meetings/m-1");
    expect(server.asked("SummonMeeting")[0]?.["input"]).toMatchObject({
      area: grid, place: { words: "锡麟街25号3单元门前", buildingId: "b-25", unitId: "u-3" }, plannedFor: "2024-05-08T10:30:00.000Z", how: "DOOR_NOTICE", councilId: "k-5",
      agenda: [{ caseId: "case-1", scope: "UNIT", rule: "WIDEST_AGREEMENT" }],
      invitations: [{ of: "DEPARTMENT", subjectId: "d-1", how: "PHONE" }, { of: "PERSON", subjectId: "p-tao", how: "MESSAGE" }],
    });
  });

  test("elsewhere is words alone; a refusal stands at its field", async () => {
    server.answers["SummonMeeting"] = () => ({ summonMeeting: { __typename: "SummonMeetingPayload", meeting: null, refusal: { __typename: "Refusal", code: "PLANNED_IN_PAST", message: "开会的日子不能早于今天。", path: "plannedFor", currentVersion: null } } });
    await openPage("/meetings?dialog=summon&case=case-1");
    const place = page.getByRole("textbox", { name: /地点/ });
    await expect.element(place).toHaveValue("锡麟街25号3单元门前");
    await place.fill("社区会议室");
    await page.getByRole("dialog").getByRole("button", { name: "召集板凳会" }).click();
    await expect.element(page.getByText("开会的日子不能早于今天。")).toBeVisible();
    expect(server.asked("SummonMeeting")[0]).toHaveProperty("input.place", { words: "社区会议室" });
  });

  test("records one that was held, with its own moment", async () => {
    server.answers["RecordMeeting"] = () => summoned("recordMeeting");
    server.answers["Meeting"] = () => ({ meeting: sampleRoom({ recordedAfterwards: true }) });
    await openPage("/meetings?dialog=record&case=case-1");
    const dialog = page.getByRole("dialog", { name: "补记" });
    await expect.element(dialog.getByText("3单元下水道堵塞")).toBeVisible();
    await dialog.getByLabelText(/几点/).fill("09:15");
    await dialog.getByRole("button", { name: "开始补记" }).click();
    await expect.poll(() => server.asked("RecordMeeting")[0]?.["input"]).toMatchObject({ heldAt: "2024-05-08T01:15:00.000Z", area: grid });
  });
});

test("the minutes have causes, words, the count, action items and a line for every signature", async () => {
  const tally = { __typename: "Tally", affected: 5, present: 4, takePart: 4, affectedCm2: 0, takePartCm2: 0, options: [{ __typename: "OptionTally", optionId: "dig", for: 3, accept: 1, against: 0, directAgainst: 0, agreeCm2: 0, againstCm2: 0 }] };
  const room = withItem(withSeats(sampleRoom(), homes.map(seatOf)), {
    causes: [{ __typename: "Cause", id: "c-1", words: "管子老化" }], statements: [{ __typename: "Statement", id: "s-1", words: "疏通过三回了", by: { __typename: "Attendance", id: "a-101" } }], options: [option("dig", "开挖换管")],
    resolution: { __typename: "Resolution", rule: "WIDEST_AGREEMENT", at: "2024-05-08T11:00:00.000Z", option: option("dig", "开挖换管"), tally },
    actionItems: [{ __typename: "ActionItem", id: "act-1", what: "请三家报价", ownerIsResident: false, dueOn: "2024-05-10", doneAt: null, owner: { __typename: "Person", id: "p-deng", name: "小邓" } }],
  } as never);
  server.answers["Meeting"] = () => ({ meeting: { ...room, status: "HELD", heldAt: "2024-05-08T11:30:00.000Z", minutes: "改日再看。" } });
  const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
  await openPage("/meetings/m-1/minutes");
  const sheet = page.getByRole("region", { name: "会议记录" });
  await expect.element(sheet).toMatchTextContent(/管子老化.*3-101：疏通过三回了.*方案1 开挖换管居民提出310.*议定：开挖换管.*到场 4 户，涉及 5 户.*请三家报价小邓.*改日再看。.*到会人员签名/);
  await expect.element(sheet.getByRole("row", { name: /^4 3-202 居民/ })).toBeVisible();
  await button("打印").click();
  expect(print).toHaveBeenCalledOnce();
  // The printer gets the sheet alone.
  expect(document.querySelector("body > .meeting-paper-print")?.textContent).toContain("请三家报价");
});

test("the paper sheet has a line for every door, and spare ones", async () => {
  server.answers["Meeting"] = () => ({ meeting: sampleRoom() });
  await openPage("/meetings/m-1/sheet");
  await expect.element(page.getByRole("region", { name: "签到表" }).getByRole("row", { name: /锡麟街25号 3-101/ })).toBeVisible();
  expect(page.getByRole("region", { name: "签到表" }).getByRole("row").elements().length).toBe(1 + 5 + 10);
});

describe("the page at the bench", () => {
  const doors = homes.map(({ id, building, unitNo, room, shop }) => ({ id, building, unitNo, room, shop }));
  const bench = (post: () => Response, get = () => json({ place: "3单元门前", community: "天后宫社区", openedAt: "2024-05-08T10:30:00.000Z", doors })) => {
    const sent: unknown[] = [];
    vi.stubGlobal("fetch", async (_input: string, init?: RequestInit) => {
      if (init?.method !== "POST") return get();
      sent.push(JSON.parse(String(init.body)));
      return post();
    });
    return sent;
  };

  test("takes one's own door without an account, and says so when somebody was faster", async () => {
    let answer = json({ code: "SIGNED_IN_ALREADY", message: "已经签过到，不用再签。" }, 409);
    const sent = bench(() => answer);
    await openPage("/sit#code");
    await page.getByRole("radio", { name: "3-102" }).click();
    await button("3-102 签到").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("已经签过到");
    answer = json({ signedIn: true });
    await page.getByRole("radio", { name: "3-201" }).click();
    await button("3-201 签到").click();
    await expect.element(page.getByText("锡麟街25号 3-201 已签到")).toBeVisible();
    expect(sent).toEqual([{ household: "h-102" }, { household: "h-201" }]);
  });

  test("says so when the code is over", async () => {
    bench(() => json({}), () => json({ code: "NOT_FOUND", message: "" }, 404));
    await openPage("/sit#gone");
    await expect.element(page.getByRole("alert")).toMatchTextContent("这个签到码已经失效");
  });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("calendar, summons, minutes and the page at the bench hold", async () => {
    await wear(look);
    server.answers["Meeting"] = () => ({ meeting: withSeats(sampleRoom(), homes.map(seatOf)) });
    await openPage("/meetings?view=month", look);
    await expect.element(page.getByRole("table")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage("/meetings?view=week&dialog=summon&case=case-1", look);
    await expect.element(page.getByRole("dialog")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    await openPage("/meetings/m-1/minutes", look);
    await expect.element(page.getByRole("region").first()).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    vi.stubGlobal("fetch", async () => json({ place: "3单元门前", community: "天后宫社区", openedAt: null, doors: homes }));
    await openPage("/sit#code", look);
    await expect.element(page.getByRole("radio", { name: "3-101" })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
