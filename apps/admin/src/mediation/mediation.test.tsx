import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../frame/display.ts";
import type { MediationShownFragment } from "../graphql/graphql.ts";
import { type FakeServer, fakeServer, json } from "../session/testing/fake-server.ts";
import { flaws, looks, openPage, wear } from "../session/testing/open-page.tsx";
import { he, zhou } from "../session/testing/people.ts";
import { actionsWith, agreedLeak, answered, endedLeak, listOf, openLeak, refusedWith } from "./testing/sample-mediation.ts";

let server: FakeServer;
let shown: MediationShownFragment;

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-07-01T02:00:00.000Z") });
  shown = openLeak;
  server = fakeServer({
    Viewer: () => zhou,
    Mediations: () => listOf([agreedLeak, endedLeak]),
    MediationWhole: ({ id }) => ({ mediation: id === shown.id ? shown : null }),
    MediationCommunity: ({ code }) => ({ area: { __typename: "Area", code, name: "天后宫社区" } }),
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
const dialog = () => page.getByRole("dialog");
const submit = (name: string) => dialog().getByRole("button", { name, exact: true });
const inputOf = (operation: string) => server.asked(operation).at(-1)?.["input"] as Record<string, unknown>;

async function openMediation(mediation: MediationShownFragment = openLeak) {
  shown = mediation;
  await openPage(`/mediations/${mediation.id}`);
  await page.getByRole("heading", { name: "1-301卫生间漏水" }).findElement();
}

describe("the list", () => {
  test("says how far each has come, who was heard, and counts the days to each deadline", async () => {
    await openPage("/mediations");
    const line = page.getByRole("list", { name: "调解清单" }).getByRole("listitem").filter({ has: page.getByRole("link", { name: "1-301卫生间漏水" }) }).first();
    await expect.element(line).toMatchTextContent(/已达成协议.*（2024）调字第3号.*孙某已陈述.*赵某已陈述.*钱调解员/);
    await expect.element(line).toMatchTextContent(/履行期限 2024年6月28日已过 3 天.*司法确认期限 2024年7月12日还剩 11 天/);
    await expect.element(page.getByText("没有期限")).toBeVisible();
  });

  test("keeps its filter in the address and asks the server for it", async () => {
    const router = await openPage("/mediations");
    await button(/进展/).click();
    await page.getByRole("option", { name: "调解中" }).click();
    await page.getByText("我调解的", { exact: true }).click();
    await expect.poll(() => router.state.location.href).toBe("/mediations?state=OPEN&mine=1");
    await expect.poll(() => server.asked("Mediations").at(-1)).toMatchObject({ areas: ["340802001007"], states: ["OPEN"], mine: true, after: null });
  });

  test("asks for the next page where there is one", async () => {
    server.answers["Mediations"] = ({ after }) => (after === "c1" ? listOf([endedLeak]) : listOf([agreedLeak], "c1"));
    await openPage("/mediations");
    await button("再显示一些").click();
    await expect.element(page.getByRole("link", { name: "1-301卫生间漏水" }).nth(1)).toBeVisible();
    await expect.element(button("再显示一些")).not.toBeInTheDocument();
  });

  test("is there for those who see disputes whole, and in nobody else's navigation", async () => {
    server.answers["Viewer"] = () => he;
    await openPage("/mediations");
    await expect.element(page.getByText("调解依法保密，这一页由调解员、网格长和社区负责人使用")).toBeVisible();
    await expect.element(page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "调解" })).not.toBeInTheDocument();
    expect(server.asked("Mediations")).toEqual([]);
  });
});

describe("a mediation", () => {
  test("out of sight is answered like one that is not there; a failure says so", async () => {
    await openPage("/mediations/nothing");
    await expect.element(page.getByText("没有找到这次调解")).toBeVisible();
    await cleanup();
    server.answers["MediationWhole"] = () => json({ errors: [{ message: "x", extensions: { code: "INTERNAL", requestId: "r-9" } }] });
    await openPage("/mediations/m-1");
    await expect.element(page.getByText("请求编号 r-9")).toBeVisible();
  });

  test("shows the parties side by side, the terms with by whom and when, names, seal and dates", async () => {
    await openMediation(agreedLeak);
    const parties = page.getByRole("list", { name: "当事人" }).getByRole("listitem");
    await expect.element(parties.first()).toMatchTextContent(/A孙某.*已陈述天花板一直滴水/);
    await expect.element(parties.nth(1)).toMatchTextContent(/B赵某.*已陈述内容已删除/);
    const terms = page.getByRole("list", { name: "协议内容" }).getByRole("listitem");
    await expect.element(terms.first()).toMatchTextContent(/1\. 重做防水层赵某 · B方 · 2024年6月28日 前 · 2024年6月27日 履行/);
    await expect.element(terms.nth(1)).toMatchTextContent(/支付1800\.00元.*已逾期/);
    await expect.element(page.getByRole("list", { name: "签名盖章" })).toMatchTextContent(/孙某 · A方签名 2024年6月12日赵某 · B方按指印 2024年6月12日钱调解员 · 调解员签名 2024年6月12日人民调解委员会盖章 2024年6月12日/);
    await expect.element(page.getByText(/已履行 1\/3/)).toBeVisible();
    await expect.element(page.getByText("自生效之日起三十日内，双方可以共同向法院申请，不因节假日顺延。")).toBeVisible();
    await expect.element(page.getByText("依法保密")).toBeVisible();
  });

  test("what is not possible now stays there, with the reason", async () => {
    await openMediation({ ...openLeak, form: "WRITTEN", termsAt: "2024-06-07T07:00:00.000Z", terms: agreedLeak.terms });
    await expect.element(button("盖章")).toHaveAccessibleDescription("暂不可用：只有社区干事、社区书记或副书记可以盖章。");
    await expect.element(button("回访")).toHaveAccessibleDescription(/只有“已达成协议”、“已履行”或“未达成协议”的调解可以回访/);
  });

  test("a party is heard in its own words", async () => {
    await openMediation();
    server.answers["HearParty"] = () => {
      shown = { ...openLeak, version: 3, statements: agreedLeak.statements.slice(0, 1), parties: agreedLeak.parties };
      return answered("hearParty", shown);
    };
    await button("听取陈述 孙某 · A方").click();
    await submit("听取陈述").click();
    await expect.element(dialog().getByText("请填写陈述内容")).toBeVisible();
    await dialog().getByRole("textbox", { name: /陈述内容/ }).fill("天花板一直滴水");
    await submit("听取陈述").click();
    await expect.element(dialog()).not.toBeInTheDocument();
    await expect.element(page.getByText("天花板一直滴水")).toBeVisible();
    expect(inputOf("HearParty")).toMatchObject({ id: "m-1", expectedVersion: 2, partyKey: "person:sun", words: "天花板一直滴水" });
  });

  test("a refusal stands in the form and keeps what was typed", async () => {
    await openMediation();
    server.answers["EndMediation"] = () => refusedWith("endMediation", "PARTY_NOT_HEARD", "还有2方当事人没有陈述，请先听取各方陈述。");
    await button("终止调解").click();
    await submit("终止调解").click();
    await expect.element(dialog().getByText("请先告知当事人诉讼权利")).toBeVisible();
    await dialog().getByRole("textbox", { name: /说明/ }).fill("谈不拢");
    await dialog().getByText(/已告知各方/).click();
    await submit("终止调解").click();
    await expect.element(dialog().getByText("还有2方当事人没有陈述，请先听取各方陈述。")).toBeVisible();
    await expect.element(dialog().getByRole("textbox", { name: /说明/ })).toHaveValue("谈不拢");
    expect(inputOf("EndMediation")).toMatchObject({ cause: "NOT_AGREED", reason: "谈不拢", rightToSueNoticed: true });
  });

  test("terms are put down: what, by whom, by when", async () => {
    await openMediation({ ...openLeak, facts: "防水层老化", issues: "由谁维修" });
    server.answers["AgreeTerms"] = () => answered("agreeTerms", agreedLeak);
    await button("拟定协议").click();
    await submit("拟定协议").click();
    await expect.element(dialog().getByText("请填写做什么")).toBeVisible();
    await dialog().getByRole("textbox", { name: /做什么/ }).fill("重做防水层");
    await dialog().getByRole("button", { name: /由谁/ }).click();
    await page.getByRole("option", { name: "赵某 · B方" }).click();
    await dialog().getByRole("spinbutton", { name: /^年/ }).click();
    await userEvent.keyboard("20240628");
    await submit("拟定协议").click();
    await expect.poll(() => server.asked("AgreeTerms").length).toBe(1);
    expect(inputOf("AgreeTerms")).toMatchObject({ terms: [{ what: "重做防水层", by: "person:zhao", dueOn: "2024-06-28" }] });
  });

  test("a signature on paper keeps its own day; what is done today is done now", async () => {
    await openMediation({ ...openLeak, form: "WRITTEN", termsAt: "2024-06-07T07:00:00.000Z", terms: agreedLeak.terms, actions: actionsWith() });
    server.answers["SignAgreement"] = () => answered("signAgreement", agreedLeak);
    await button("签名 赵某 · B方").click();
    await dialog().getByText("按指印", { exact: true }).click();
    await dialog().getByRole("spinbutton", { name: /^年/ }).click();
    await userEvent.keyboard("20240612");
    await submit("签名").click();
    await expect.poll(() => server.asked("SignAgreement").length).toBe(1);
    expect(inputOf("SignAgreement")).toMatchObject({ signer: "PARTY", key: "person:zhao", kind: "FINGERPRINT", at: "2024-06-12T10:00:00.000Z" });
    await expect.element(dialog()).not.toBeInTheDocument();
    await button("签名 钱调解员").click();
    await submit("签名").click();
    await expect.poll(() => server.asked("SignAgreement").length).toBe(2);
    expect(inputOf("SignAgreement")).toMatchObject({ signer: "MEDIATOR", key: "qian" });
    expect(inputOf("SignAgreement")).not.toHaveProperty("at");
  });
});

describe("on paper", () => {
  const printed = async (mediation: MediationShownFragment, label: string): Promise<string> => {
    const print = vi.spyOn(window, "print").mockImplementation(() => undefined);
    await openMediation(mediation);
    await button(label).click();
    await expect.poll(() => print.mock.calls.length).toBe(1);
    const sheet = document.querySelector(".mediation-sheet");
    const text = (sheet?.textContent ?? "").replaceAll(/\s+/g, "");
    window.dispatchEvent(new Event("afterprint"));
    await expect.poll(() => document.querySelector(".mediation-sheet")).toBeNull();
    print.mockRestore();
    return text;
  };

  test("the agreement: parties, facts, issues, terms, performance, signatures, seal, number, copies", async () => {
    const text = await printed(agreedLeak, "打印协议书");
    for (const part of ["人民调解协议书", "编号：（2024）调字第3号", "当事人（A方）：孙某", "当事人（B方）：赵某", "防水层老化", "由谁维修", "1.重做防水层", "第1条由赵某在2024年6月28日以前履行", "本协议一式3份", "2024年7月12日以前共同向人民法院申请司法确认", "人民调解员（签名）：钱调解员", "天后宫社区人民调解委员会", "人民调解不收取任何费用"]) {
      expect(text).toContain(part);
    }
  });

  test("the record of an oral one, and the notice of the right to sue", async () => {
    const oral = await printed({ ...agreedLeak, form: "ORAL", record: "当面谈妥", signatures: [] }, "打印口头协议登记表");
    expect(oral).toContain("人民调解口头协议登记表");
    expect(oral).toContain("当面谈妥");
    await cleanup();
    const notice = await printed(endedLeak, "打印诉讼权利告知书");
    expect(notice).toContain("可以依法通过仲裁、行政、司法等途径维护自己的权利");
    expect(notice).toContain("未能协商一致");
    expect(notice).not.toContain("补偿数额谈不拢");
  });
});

describe.each(looks)("$theme, $language, $width px", (look) => {
  const zh = look.language === "zh";

  test("list, page, a form", async () => {
    await wear(look);
    await openPage("/mediations", look);
    await expect.element(page.getByRole("link", { name: "1-301卫生间漏水" }).first()).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    shown = agreedLeak;
    await openPage("/mediations/m-1", look);
    await expect.element(page.getByText("天花板一直滴水")).toBeVisible();
    expect(await flaws()).toEqual([]);
    await cleanup();
    shown = openLeak;
    await openPage("/mediations/m-1", look);
    await button(zh ? "拟定协议" : "Put down the terms").click();
    await expect.element(dialog().getByRole("textbox", { name: zh ? /做什么/ : /^What/ })).toBeVisible();
    expect(await flaws()).toEqual([]);
  }, 60_000);
});
