import { describe, expect, test } from "vitest";
import { page } from "vitest/browser";
import { openPage } from "../session/testing/open-page.tsx";
import { chen } from "../session/testing/people.ts";
import { button, choose, peopleDesk } from "./testing/people-desk.ts";
import { chenShown, community, liShown, zhouShown } from "./testing/sample-people.ts";

const desk = peopleDesk();

describe("the Party committee", () => {
  const shown = {
    __typename: "Committee", communityCode: community, termFrom: "2024-01-01", termTo: "2028-12-31",
    members: [["SECRETARY", chenShown], ["DEPUTY", liShown], ["MEMBER", zhouShown]].map(([post, one]) => ({
      __typename: "CommitteeMember", post, person: { __typename: "Person", id: (one as typeof chenShown).id, name: (one as typeof chenShown).name },
    })),
  };

  test("is recorded with its posts and term; a refusal stands with the members", async () => {
    desk.server.answers["Viewer"] = () => chen;
    desk.server.answers["SetCommittee"] = () => ({ setCommittee: { __typename: "SetCommitteePayload", committee: null, refusal: { __typename: "Refusal", code: "COMMITTEE_SIZE", message: "班子成员应为3到9人。", path: "members" } } });
    await openPage("/people?tab=committee");
    await expect.element(page.getByText("这个社区还没有登记党组织班子")).toBeVisible();
    await button("登记班子").click();
    for (const name of ["陈书记", "李网格长"]) {
      await page.getByRole("combobox", { name: "添加成员" }).fill(name);
      await page.getByRole("option", { name: new RegExp(name) }).click();
      await expect.element(page.getByRole("list", { name: "班子成员" })).toMatchTextContent(new RegExp(name));
    }
    await button("保存班子").click();
    await expect.element(page.getByRole("alert")).toMatchTextContent("班子成员应为3到9人。");
    desk.server.answers["SetCommittee"] = () => ({ setCommittee: { __typename: "SetCommitteePayload", committee: shown, refusal: null } });
    desk.server.answers["PartyCommittee"] = () => ({ committee: shown });
    await button("保存班子").click();
    await expect.element(page.getByRole("table", { name: "班子成员" })).toMatchTextContent(/书记陈书记副书记李网格长委员小周/);
    expect(desk.inputsOf("SetCommittee").at(-1)).toMatchObject({
      communityCode: community, termFrom: "2024-05-06", termTo: "2029-05-05", members: [{ personId: "person-chen", post: "SECRETARY" }, { personId: "p-li", post: "MEMBER" }],
    });
  });

  test("of a district is found from the street down", async () => {
    desk.server.answers["PartyCommittee"] = () => ({ committee: shown });
    const router = await openPage("/people?tab=committee");
    await expect.element(page.getByText("先选社区")).toBeVisible();
    await choose(/街道/, "人民路街道");
    await choose(/社区/, "天后宫社区");
    await expect.element(page.getByText(/2024年1月1日–2028年12月31日/)).toBeVisible();
    expect(router.state.location.search).toEqual({ tab: "committee", community });
  });
});
