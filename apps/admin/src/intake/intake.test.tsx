import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import { type FakeServer, fakeServer, json, offline, unauthenticated } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { buildings, findBuildings, he, recordedCase, refused } from "../session/testing/people.ts";
import { toastQueue } from "../ui/toasts.ts";

let server: FakeServer;
type Input = Record<string, unknown>;
const sent = (): Input[] => server.asked("CollectOpinion").map(({ input }) => input as Input);

beforeEach(() => {
  localStorage.clear();
  server = fakeServer({
    Viewer: () => he,
    IntakeBuildings: findBuildings,
    IntakeResidents: () => ({ residents: [{ __typename: "Resident", id: "r1", name: "楼某", address: "锡麟街25号" }] }),
    CollectOpinion: ({ input }) => recordedCase((input as Input)["severity"]),
  });
});
afterEach(async () => {
  toastQueue.clear();
  await cleanup();
  vi.unstubAllGlobals();
  setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
  await page.viewport(1440, 900);
});

const words = () => page.getByRole("textbox", { name: "居民原话" });
const send = () => page.getByRole("button", { name: "提交登记" });
const search = () => page.getByRole("searchbox", { name: "在哪栋楼" });

async function write(text = "三单元下水道又堵了") {
  await page.getByRole("radio", { name: /难题/ }).click({ force: true });
  await search().fill("cjx");
  await page.getByRole("button", { name: "曹家巷小区3号楼" }).click();
  await words().fill(text);
}

test("on a phone five taps and one sentence record an opinion, and its number and promise can be told", async () => {
  await page.viewport(360, 740);
  await openPage("/intake");
  await page.getByRole("radio", { name: /难题/ }).click({ force: true }); // 1
  await search().click(); // 2
  await userEvent.keyboard("cjx");
  await expect.element(page.getByRole("list", { name: "在哪栋楼" }).getByRole("button")).toHaveLength(2);
  await page.getByRole("button", { name: "曹家巷小区3号楼" }).click(); // 3
  await words().click(); // 4
  await userEvent.keyboard("三单元下水道又堵了");
  await send().click(); // 5
  await expect.element(page.getByRole("heading", { name: "已登记" })).toHaveFocus();
  await expect.element(page.getByText("340802001007-2024-0101")).toBeVisible();
  await expect.element(page.getByText(/8月27日 星期二 18:00 前联系反映人/)).toBeVisible();
  expect(sent()).toMatchObject([
    { kind: "DIFFICULTY", words: "三单元下水道又堵了", channel: "VISIT", severity: "NORMAL", tags: [], place: { buildingId: "b3" } },
  ]);
  expect(sent()[0]).not.toHaveProperty("reporterId");

  await page.getByRole("button", { name: "登记下一件" }).click();
  await expect.element(words()).toHaveValue("");
  // The building is one tap away the next time.
  await expect.element(page.getByRole("list", { name: "最近用过" }).getByRole("button", { name: "曹家巷小区3号楼" })).toBeVisible();
});

test("a unit, danger, a new name, tags and a category go along", async () => {
  await openPage("/intake");
  await write();
  await page.getByRole("radio", { name: "2 单元" }).click();
  await page.getByText("有安全危险").click();
  await page.getByRole("radio", { name: "新登记" }).click();
  await page.getByRole("textbox", { name: /姓名/ }).fill("王淑芬");
  await page.getByRole("textbox", { name: /电话/ }).fill("13800001234");
  await page.getByRole("button", { name: "急", exact: true }).click();
  await page.getByRole("button", { name: "愁", exact: true }).click();
  await page.getByRole("button", { name: /分类/ }).click();
  await page.getByRole("option", { name: "下水管道" }).click();
  await send().click();
  await expect.element(page.getByText(/8月26日 星期一 12:00 前要有人到现场/)).toBeVisible();
  expect(sent()[0]).toMatchObject({
    severity: "SAFETY", tags: ["URGENT", "WORRYING"], category: "assets.sewer", place: { buildingId: "b3", unitId: "b3-2" }, reporterName: "王淑芬", reporterPhone: "13800001234",
  });
});

test("a known resident is found by surname", async () => {
  await openPage("/intake");
  await write();
  await page.getByRole("radio", { name: "老住户" }).click();
  await page.getByRole("searchbox", { name: "姓氏或地址" }).fill("楼");
  await page.getByRole("button", { name: /楼某/ }).click();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  expect(sent()[0]).toMatchObject({ reporterId: "r1" });
});

test("what is missing is said where it is missing, and nothing is sent", async () => {
  await openPage("/intake");
  await send().click();
  await expect.element(page.getByText("请选一类")).toBeVisible();
  await expect.element(page.getByText("请写一句居民的原话")).toBeVisible();
  await expect.element(page.getByRole("region", { name: "哪一类" })).toHaveFocus();
  expect(sent()).toEqual([]);
  await write();
  await expect.element(page.getByText("请选一类")).not.toBeInTheDocument();
  await page.getByRole("radio", { name: "更早" }).click();
  await send().click();
  await expect.element(page.getByText("请填日期和时间")).toBeVisible();
  expect(sent()).toEqual([]);
});

test("a dispute says that it is confidential; a category of another kind goes", async () => {
  await openPage("/intake");
  await write();
  await page.getByRole("button", { name: /分类/ }).click();
  await page.getByRole("option", { name: "下水管道" }).click();
  await expect.element(page.getByRole("button", { name: /分类/ })).toMatchTextContent(/下水管道/);
  await page.getByRole("radio", { name: /纠纷/ }).click({ force: true });
  await expect.element(page.getByText(/纠纷保密/)).toBeVisible();
  await expect.element(page.getByRole("button", { name: /分类/ })).toMatchTextContent(/受理时再定/);
});

test("without a network it is kept, sent when the network is back, and recorded once", async () => {
  server.answers["CollectOpinion"] = offline;
  await openPage("/intake");
  await write();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已存在这台设备上" })).toBeVisible();
  await expect.element(page.getByRole("region", { name: "还没发送" })).toMatchTextContent(/三单元下水道又堵了/);
  await expect.element(page.getByRole("link", { name: "1 件登记还没发送" })).toBeVisible();

  // A page that was closed and opened again still has it.
  await cleanup();
  const tried = sent().length;
  await openPage("/intake");
  await expect.element(page.getByRole("region", { name: "还没发送" })).toBeVisible();
  await vi.waitFor(() => expect(sent().length).toBeGreaterThan(tried));

  server.answers["CollectOpinion"] = () => recordedCase();
  window.dispatchEvent(new Event("online"));
  await expect.element(page.getByText("补发成功：340802001007-2024-0101")).toBeVisible();
  await expect.element(page.getByRole("region", { name: "还没发送" })).not.toBeInTheDocument();
  expect(new Set(sent().map((input) => JSON.stringify(input))).size).toBe(1);
});

test("an answer that got lost is asked for again under the same key", async () => {
  let isLost = true;
  server.answers["CollectOpinion"] = () => {
    if (!isLost) return recordedCase();
    isLost = false;
    return offline();
  };
  await openPage("/intake");
  await write();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已存在这台设备上" })).toBeVisible();
  await page.getByRole("button", { name: "重试" }).click();
  await expect.element(page.getByText(/补发成功/)).toBeVisible();
  expect(sent()).toHaveLength(2);
  expect(sent()[0]).toEqual(sent()[1]);
});

test("a refusal brings everything back to be put right", async () => {
  server.answers["CollectOpinion"] = () => refused("UNKNOWN_PLACE", "place");
  await openPage("/intake");
  await write();
  await send().click();
  await expect.element(page.getByText("没有这个地点")).toBeVisible();
  await expect.element(words()).toHaveValue("三单元下水道又堵了");
  await expect.element(page.getByRole("region", { name: "还没发送" })).not.toBeInTheDocument();
});

test("what was refused later waits for correction, and does not push out what is being written", async () => {
  server.answers["CollectOpinion"] = offline;
  await openPage("/intake");
  await write("第一件");
  await send().click();
  await page.getByRole("button", { name: "登记下一件" }).click();
  await words().fill("第二件");
  server.answers["CollectOpinion"] = () => refused("UNKNOWN_PLACE", "place");
  window.dispatchEvent(new Event("online"));
  await expect.element(page.getByText(/被退回 · 没有这个地点/)).toBeVisible();
  const correct = page.getByRole("button", { name: "修改" });
  await expect.element(correct).toHaveAttribute("aria-disabled", "true");
  await words().fill("");
  await correct.click();
  await expect.element(words()).toHaveValue("第一件");
});

test("a clock of this device that is ahead does not stop anybody", async () => {
  server.answers["CollectOpinion"] = ({ input }) => ("voicedAt" in (input as Input) ? refused("VOICED_AFTER_RECORDED", "voicedAt") : recordedCase());
  await openPage("/intake");
  await write();
  await send().click();
  await expect.element(page.getByRole("heading", { name: "已登记" })).toBeVisible();
  expect(sent()).toHaveLength(2);
});

test("a fault of the server keeps the entry and names the request", async () => {
  server.answers["CollectOpinion"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-9" } }] });
  await openPage("/intake");
  await write();
  await send().click();
  await expect.element(page.getByText("请求编号 r-9")).toBeVisible();
  await expect.element(page.getByRole("region", { name: "还没发送" }).getByRole("button", { name: "重试" })).toBeVisible();
});

test("a session that ended keeps the entry and sends it after signing in again", async () => {
  server.answers["CollectOpinion"] = unauthenticated;
  await openPage("/intake");
  await write();
  await send().click();
  const dialog = page.getByRole("alertdialog", { name: "登录已过期" });
  await expect.element(dialog).toBeVisible();
  server.answers["CollectOpinion"] = () => recordedCase();
  await page.getByLabelText("密码", { exact: true }).fill("bandeng-demo");
  await dialog.getByRole("button", { name: "继续" }).click();
  await expect.element(page.getByText(/补发成功/)).toBeVisible();
});

test("nothing typed is lost on a reload, and nobody else sees it", async () => {
  await openPage("/intake");
  await write("写到一半");
  await cleanup();
  await openPage("/intake");
  await expect.element(words()).toHaveValue("写到一半");
  await expect.element(page.getByText("曹家巷小区3号楼")).toBeVisible();
  await cleanup();
  server.answers["Viewer"] = () => ({ viewer: { ...he.viewer, person: { ...he.viewer.person, id: "somebody-else" } } });
  await openPage("/intake");
  await expect.element(words()).toHaveValue("");
});

test("clearing can be taken back", async () => {
  await openPage("/intake");
  await write("清空前");
  await page.getByRole("button", { name: "清空" }).click();
  await expect.element(words()).toHaveValue("");
  await page.getByRole("button", { name: "撤销" }).click();
  await expect.element(words()).toHaveValue("清空前");
});

test("without a network buildings are found among those the device knows, by initials too", async () => {
  localStorage.setItem("bandeng.intake-buildings.person-he", JSON.stringify(buildings));
  server.answers["IntakeBuildings"] = offline;
  await openPage("/intake");
  await search().fill("cjxxq3");
  await expect.element(page.getByRole("button", { name: "曹家巷小区3号楼" })).toBeVisible();
  await expect.element(page.getByRole("button", { name: "曹家巷小区1号楼" })).not.toBeInTheDocument();
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";
  const button = (chinese: string, english: string) => page.getByRole("button", { name: zh ? chinese : english });
  const choose = async () => {
    await page.getByRole("radio", { name: zh ? /纠纷/ : /Dispute/ }).click({ force: true });
    await page.getByRole("searchbox", { name: zh ? "在哪栋楼" : "Which building" }).fill("cjx");
    await expect.element(page.getByRole("button", { name: "曹家巷小区3号楼" })).toBeVisible();
  };

  test("empty, with problems, finding, in full", async () => {
    await wear(look);
    await openPage("/intake", look);
    await expect.element(button("提交登记", "Record it")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await button("提交登记", "Record it").click();
    await choose();
    expect(await flaws()).toEqual([]);
    await page.getByRole("button", { name: "曹家巷小区3号楼" }).click();
    await page.getByText(zh ? "有安全危险" : "Somebody is in danger").click();
    await page.getByRole("radio", { name: zh ? "新登记" : "New" }).click();
    if (look.width === 360) await page.getByText(zh ? "来源、时间、分类" : "Source, time, category").click();
    await page.getByRole("radio", { name: zh ? "更早" : "Earlier" }).click();
    await expect.element(page.getByLabelText(zh ? /^时间/ : /^Time/)).toBeVisible();
    expect(await flaws()).toEqual([]);
  });

  test("recorded, kept, refused", async () => {
    await wear(look);
    const sending = async () => {
      await choose();
      await page.getByRole("button", { name: "曹家巷小区3号楼" }).first().click();
      await page.getByRole("textbox", { name: zh ? "居民原话" : "The resident's own words" }).fill("楼上漏水");
      await button("提交登记", "Record it").click();
    };
    await openPage("/intake", look);
    await sending();
    await expect.element(page.getByText("340802001007-2024-0101")).toBeVisible();
    expect(await flaws()).toEqual([]);
    server.answers["CollectOpinion"] = offline;
    await button("登记下一件", "Record the next one").click();
    await sending();
    await expect.element(button("登记下一件", "Record the next one")).toBeVisible();
    expect(await flaws()).toEqual([]);
    server.answers["CollectOpinion"] = () => refused("UNKNOWN_PLACE", "place");
    window.dispatchEvent(new Event("online"));
    await expect.element(page.getByText(/没有这个地点/)).toBeVisible();
    expect(await flaws()).toEqual([]);
  });
});
