import { afterEach, beforeEach, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../../frame/display.ts";
import type { CostShownFragment } from "../../graphql/graphql.ts";
import { type FakeServer, fakeServer } from "../../session/testing/fake-server.ts";
import { openPage } from "../../session/testing/open-page.tsx";
import { zhou } from "../../session/testing/people.ts";
import { answered, collecting, contractors, contractorsOf, draft, plansOf, publicised, statementOf } from "./sample-plan.ts";

interface CostDesk {
  server: FakeServer;
  /** The plan that the server has. */
  shown: CostShownFragment;
}

/** A clerk's desk with two plans on it, on a day of May 2024; set up anew for every test of the file. */
export function costDesk(): CostDesk {
  const desk = {} as CostDesk;
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-21T08:00:00.000Z") });
    desk.shown = draft;
    desk.server = fakeServer({
      Viewer: () => zhou,
      CostPlans: () => plansOf([collecting, { ...publicised, id: "p-2", title: "楼道灯改造" }]),
      CostPlanWhole: ({ id }) => ({ costPlan: id === desk.shown.id ? desk.shown : null }),
      Contractors: () => contractorsOf(contractors),
      CostResolutions: () => ({
        case: {
          __typename: "Case",
          id: "c-1",
          agendaItems: [
            { __typename: "AgendaItem", id: "i-1", resolution: { __typename: "Resolution", at: "2024-05-08T08:00:00.000Z", option: { __typename: "AgendaOption", id: "op-1", words: "各户平均分摊" } } },
            { __typename: "AgendaItem", id: "i-2", resolution: null },
          ],
        },
      }),
      FeeStatement: () => statementOf(desk.shown),
    });
  });
  afterEach(async () => {
    await cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    setDisplay({ theme: "system", contrast: "system", size: "normal", navigation: "full" });
    await page.viewport(1440, 900);
  });
  return desk;
}

export const button = (name: string | RegExp) => page.getByRole("button", { name });
export const dialog = () => page.getByRole("dialog");
export const field = (name: string | RegExp) => dialog().getByRole("textbox", { name });
export const submit = (name: string) => dialog().getByRole("button", { name, exact: true });
export const inputOf = ({ server }: CostDesk, operation: string) => server.asked(operation).at(-1)?.["input"] as Record<string, unknown>;

export async function open(desk: CostDesk, plan: CostShownFragment, at = "") {
  desk.shown = plan;
  const router = await openPage(`/costs/${plan.id}${at}`);
  await page.getByText("3单元下水道改造").first().findElement();
  return router;
}

/** What a verb leaves behind is what the page asks for next. */
export function answers(desk: CostDesk, operation: string, verb: string, next: CostShownFragment) {
  desk.server.answers[operation] = () => {
    desk.shown = next;
    return answered(verb, next);
  };
}
