import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../../frame/display.ts";
import { type FakeServer, fakeServer } from "../../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../../session/testing/open-page.tsx";
import { he } from "../../session/testing/people.ts";
import { homes, option, sampleRoom, seat, seatOf, shop, withItem, withSeats } from "../testing/sample-room.ts";
import type { Room } from "./room-model.ts";

// Dialogs and panels are code of their own, fetched when they are first opened.
vi.setConfig({ testTimeout: 60_000 });

let server: FakeServer;
let room: Room;
const payload = (verb: string, answer: object) => ({ [verb]: { __typename: `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Payload`, refusal: null, ...answer } });
const refused = (verb: string, code: string, message: string, more: object = {}) =>
  payload(verb, { meeting: null, agendaItem: null, refusal: { __typename: "Refusal", code, message, path: null, currentVersion: null, ...more } });
const items = () => room.agenda[0];

/** The answers of a bench that takes everything. */
function bench(): void {
  Object.assign(server.answers, {
    Meeting: () => ({ meeting: room }),
    SignInToMeeting: ({ input }: { input: { seats: { as: Room["attendance"][number]["as"]; householdId?: string; personId?: string }[] } }) => {
      const seats = input.seats.map(({ as, householdId, personId }, index) => {
        const household = [...homes, shop].find(({ id }) => id === householdId) ?? null;
        return seat(`a-${household?.room ?? personId ?? as}-${room.attendance.length + index}`, { as, household, person: personId ? { id: personId, name: "李网格长", __typename: "Person" } as never : null });
      });
      room = withSeats(room, seats);
      return payload("signInToMeeting", { meeting: room });
    },
    RemoveAttendance: ({ input }: { input: { attendanceId: string } }) => {
      room = withSeats({ ...room, attendance: room.attendance.filter(({ id }) => id !== input.attendanceId) }, []);
      return payload("removeAttendance", { meeting: room });
    },
    ProposeOption: ({ input }: { input: { words: string } }) => {
      room = withItem(room, { options: [...(items()?.options ?? []), option(`o-${items()?.options.length}`, input.words)] } as never);
      return payload("proposeOption", { agendaItem: items() });
    },
    TakePosition: ({ input }: { input: { positions: { attendanceId: string; optionId: string; stance: "FOR" }[] } }) => {
      const given = input.positions.map(({ attendanceId, optionId, stance }) => ({ __typename: "Position", optionId, stance, reason: null, by: { __typename: "Attendance", id: attendanceId } }));
      room = withItem(room, { positions: [...(items()?.positions ?? []), ...given] } as never);
      return payload("takePosition", { agendaItem: items() });
    },
    AreaWorkers: () => ({ workers: [{ __typename: "Worker", id: "p-li", name: "李网格长", roles: ["GRID_HEAD"] }] }),
    Councils: () => ({ councils: { __typename: "CouncilConnection", nodes: [] } }),
  } as never);
}

beforeEach(() => {
  localStorage.clear();
  room = sampleRoom();
  server = fakeServer({ Viewer: () => he });
  bench();
});
afterEach(async () => {
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const button = (name: string | RegExp) => page.getByRole("button", { name });
const inputs = (operation: string) => server.asked(operation).map(({ input }) => input as Record<string, unknown>);
const talking = (more: object = {}) => {
  room = withItem(withSeats(sampleRoom(), [...homes, shop].map(seatOf)), { options: [option("dig", "开挖换管"), option("flush", "疏通了事")], ...more } as never);
};

describe("signing in", () => {
  test("is one tap for a household, and two for somebody in another role", async () => {
    await openPage("/meetings/m-1");
    await button(/^3-101 未到/).click();
    await expect.element(button(/^3-101 居民/)).toBeVisible();
    await expect.element(page.getByText("到场 1 / 5 户，需 3 户").first()).toBeVisible();
    await button(/^铺2/).click();
    await expect.element(button("铺2 店主")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("radio", { name: "退休党员" }).click();
    await button(/^3-102/).click();
    await expect.element(button("3-102 退休党员")).toBeVisible();
    await button("李网格长 网格长").click();
    await expect.element(page.getByText("4 人到场")).toBeVisible();
    expect(inputs("SignInToMeeting").map(({ seats }) => (seats as object[])[0])).toEqual([
      { signature: "HAND", householdId: "h-101", as: "RESIDENT" }, { signature: "HAND", householdId: "h-铺2", as: "SHOP_OWNER" },
      { signature: "HAND", householdId: "h-102", as: "PARTY_MEMBER" }, { signature: "HAND", personId: "p-li", as: "GRID_HEAD" },
    ]);
  });

  test("keeps up with quick taps: each names the version that the one before it made", async () => {
    await openPage("/meetings/m-1");
    await expect.element(button("3-101 未到")).toBeVisible();
    for (const room of ["101", "102", "201"]) document.querySelector<HTMLElement>(`[aria-label="3-${room} 未到"]`)?.click();
    await expect.element(page.getByText("3 人到场")).toBeVisible();
    expect(inputs("SignInToMeeting").map(({ expectedVersion }) => expectedVersion)).toEqual([5, 6, 7]);
  });

  test("is taken back from the tile, and says why where it cannot be", async () => {
    room = withSeats(sampleRoom(), [seatOf(homes[0] as never)]);
    await openPage("/meetings/m-1");
    await button("3-101 居民").click();
    await page.getByRole("menuitem", { name: "撤销签到（居民）" }).click();
    await expect.element(button("3-101 未到")).toBeVisible();
    server.answers["SignInToMeeting"] = () => refused("signInToMeeting", "HOUSEHOLD_UNKNOWN", "这户不在本次议事的范围内，请找主持人签到。");
    await button("3-101 未到").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("这户不在本次议事的范围内");
  });

  test("goes on when somebody else was faster: what only adds is sent again on the newer version", async () => {
    const take = server.answers["SignInToMeeting"] as (variables: Record<string, unknown>) => unknown;
    let isFirst = true;
    server.answers["SignInToMeeting"] = (variables) => {
      if (!isFirst) return take(variables);
      isFirst = false;
      return refused("signInToMeeting", "CONFLICT", "刚刚有人改过", { currentVersion: 9 });
    };
    await openPage("/meetings/m-1");
    await button("3-101 未到").click();
    await expect.element(button("3-101 居民")).toBeVisible();
    expect(inputs("SignInToMeeting").map(({ expectedVersion }) => expectedVersion)).toEqual([5, 9]);
  });
});

describe("an item", () => {
  test("shows the rule's outcome at once with every tap, and why not yet", async () => {
    talking();
    await openPage("/meetings/m-1?at=item-1");
    await expect.element(page.getByText(/^还没有达成一致：没有人赞成任何方案/)).toBeVisible();
    await expect.element(button("议定")).toHaveAttribute("aria-disabled", "true");
    // The server does not answer yet: the count goes on.
    server.answers["TakePosition"] = () => new Response(new ReadableStream(), { headers: { "content-type": "application/json" } });
    for (const home of homes.slice(0, 3)) await page.getByRole("radiogroup", { name: `3-${home.room} 方案1` }).getByRole("radio", { name: /赞成/ }).click();
    await expect.element(page.getByText("可以议定：方案1 开挖换管")).toBeVisible();
    await expect.element(page.getByRole("row", { name: "方案1 开挖换管 3 0 0" })).toBeVisible();
  });

  test("takes a show of hands for all who have not said otherwise, in one act", async () => {
    talking();
    await openPage("/meetings/m-1?at=item-1");
    await page.getByRole("radiogroup", { name: "3-202 方案1" }).getByRole("radio", { name: /反对/ }).click();
    await button("其余的都赞成方案1").click();
    await expect.element(page.getByRole("row", { name: /方案1 开挖换管 4 0 1/ })).toBeVisible();
    expect(inputs("TakePosition").at(-1)?.["positions"]).toHaveLength(4);
  });

  test("gives a tap back that was refused", async () => {
    talking();
    server.answers["TakePosition"] = () => refused("takePosition", "HOUSEHOLD_VOTED", "这户已有人表态，一户一票，请由同一人修改。");
    await openPage("/meetings/m-1?at=item-1");
    const choice = page.getByRole("radiogroup", { name: "3-101 方案1" }).getByRole("radio", { name: /赞成/ });
    await choice.click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("一户一票");
    await expect.element(choice).not.toBeChecked();
  });

  test("is resolved by the rule, and then has its action items; a decision is not sent twice on a newer version", async () => {
    talking({ positions: homes.map((home) => ({ __typename: "Position", optionId: "dig", stance: "FOR", reason: null, by: { __typename: "Attendance", id: `a-${home.room}` } })) });
    server.answers["ResolveItem"] = () => refused("resolveItem", "CONFLICT", "刚刚有人改过，请看过再议定。", { currentVersion: 99 });
    await openPage("/meetings/m-1?at=item-1");
    await button("议定").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("请看过再议定");
    expect(inputs("ResolveItem").length).toBe(1);
    server.answers["ResolveItem"] = () => {
      const tally = { __typename: "Tally", affected: 5, present: 5, takePart: 4, affectedCm2: 0, takePartCm2: 0, options: [{ __typename: "OptionTally", optionId: "dig", for: 4, accept: 0, against: 0, directAgainst: 0, agreeCm2: 0, againstCm2: 0 }] };
      room = withItem(room, { resolution: { __typename: "Resolution", rule: "WIDEST_AGREEMENT", at: "2024-05-08T11:00:00.000Z", option: option("dig", "开挖换管"), tally } } as never);
      return payload("resolveItem", { agendaItem: items() });
    };
    await button("议定").click();
    await expect.element(page.getByText("议定：开挖换管").first()).toBeVisible();
    server.answers["AssignAction"] = ({ input }) => {
      const given = input as { what: string; dueOn: string };
      room = withItem(room, { actionItems: [{ __typename: "ActionItem", id: "act-1", what: given.what, dueOn: given.dueOn, doneAt: null, ownerIsResident: true, owner: null }] } as never);
      return payload("assignAction", { agendaItem: items() });
    };
    await page.getByRole("textbox", { name: /做什么/ }).fill("施工时挪开楼道里的车");
    await page.getByRole("radio", { name: "居民自办" }).click();
    await page.getByRole("form", { name: "分派任务" }).getByRole("button", { name: "分派任务" }).click();
    await expect.element(page.getByRole("list", { name: "任务" })).toMatchTextContent(/施工时挪开楼道里的车居民自办/);
    expect(inputs("AssignAction")[0]).toMatchObject({ what: "施工时挪开楼道里的车", ownerId: null, ownerIsResident: true });
  });

  test("keeps what was typed when the network fails", async () => {
    server.answers["NameCause"] = () => {
      throw new TypeError("network");
    };
    await openPage("/meetings/m-1?at=item-1");
    const line = page.getByRole("textbox", { name: "为什么会这样" });
    await line.fill("管子老化");
    await userEvent.keyboard("{Enter}");
    await expect.element(page.getByRole("alert")).toMatchTextContent("网络断了");
    await expect.element(line).toHaveValue("管子老化");
  });

  test("notes a notice at the door with its own day once the meeting has begun", async () => {
    room = withSeats(sampleRoom(), homes.slice(0, 3).map(seatOf));
    server.answers["NoteInvitation"] = () => payload("noteInvitation", { meeting: room });
    await openPage("/meetings/m-1?at=item-1");
    const list = page.getByRole("list", { name: "还没听到意见的人家" });
    await expect.element(list).toMatchTextContent(/3-202通知过：.*铺2/);
    await expect.element(button("门上张贴 3-202")).toHaveAttribute("aria-disabled", "true");
    await page.getByRole("group", { name: /哪天通知的/ }).getByRole("spinbutton").first().click();
    await userEvent.keyboard("20240506");
    await button("门上张贴 3-202").click();
    await expect.poll(() => inputs("NoteInvitation")[0]).toMatchObject({ id: "m-1", at: "2024-05-06T02:00:00.000Z", invitations: [{ of: "HOUSEHOLD", subjectId: "h-202", how: "DOOR_NOTICE" }] });
  });
});

describe("the end", () => {
  test("waits until every item is decided, then takes the minutes", async () => {
    talking();
    const router = await openPage("/meetings/m-1?at=end");
    await expect.element(button("散会")).toHaveAttribute("aria-disabled", "true");
    await cleanup();
    talking({ notReached: "POSTPONED" });
    server.answers["HoldMeeting"] = ({ input }) => {
      room = { ...room, status: "HELD", heldAt: "2024-05-08T11:30:00.000Z", minutes: (input as { minutes: string }).minutes };
      return payload("holdMeeting", { meeting: room });
    };
    await openPage("/meetings/m-1?at=end");
    await page.getByRole("textbox", { name: "会议记录" }).fill("改日请市政再来一次。");
    await button("散会").click();
    await expect.element(page.getByText("改日请市政再来一次。")).toBeVisible();
    await expect.element(page.getByText("已结束")).toBeVisible();
    expect(router.state.location.pathname).toBe("/meetings/m-1");
  });
});

test("the room grows for a projector, and turns dark by itself", async () => {
  await openPage("/meetings/m-1");
  const size = () => Number.parseFloat(getComputedStyle(document.querySelector("#room p") as Element).fontSize);
  await expect.element(button("A+ 字大一些")).toBeVisible();
  const before = size();
  await button("A+ 字大一些").click();
  await button("A+ 字大一些").click();
  expect(size()).toBeGreaterThan(before * 1.5);
  await button("深色").click();
  expect(getComputedStyle(document.querySelector("#room") as Element).colorScheme).toBe("dark");
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  test("signing in, an item and the end hold", async () => {
    await wear(look);
    talking({ causes: [{ __typename: "Cause", id: "c-1", words: "管子老化" }], recusals: [{ __typename: "Recusal", reason: "承包人的亲戚", by: { __typename: "Attendance", id: "a-101" } }] });
    await openPage("/meetings/m-1", look);
    await expect.element(button(/^3-101/)).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("tab", { name: /下水道堵塞/ }).click();
    await expect.element(page.getByText("管子老化")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await page.getByRole("tab", { name: look.language === "zh" ? "散会" : "End" }).click();
    expect(await flaws()).toEqual([]);
  }, 40_000);
});
