import { afterEach, beforeEach, vi } from "vitest";
import { page } from "vitest/browser";
import { cleanup } from "vitest-browser-react";
import { setDisplay } from "../../frame/display.ts";
import type { PersonShownFragment } from "../../graphql/graphql.ts";
import { type FakeServer, fakeServer } from "../../session/testing/fake-server.ts";
import { openPage } from "../../session/testing/open-page.tsx";
import { admin } from "../../session/testing/people.ts";
import { areaStep, everybody, peoplePage } from "./sample-people.ts";

type Input = Record<string, unknown>;

export interface PeopleDesk {
  server: FakeServer;
  /** Who works there from now on. */
  stand: (people: readonly PersonShownFragment[]) => void;
  /** The inputs of one mutation, in order. */
  inputsOf: (operation: string) => Input[];
}

/** A server with the sample people on 6 May 2024, new for every test; the administrator is signed in. */
export function peopleDesk(): PeopleDesk {
  let shown: readonly PersonShownFragment[] = everybody;
  const desk = {
    stand: (next: readonly PersonShownFragment[]) => {
      shown = next;
    },
    inputsOf: (operation: string) => desk.server.asked(operation).map(({ input }) => input as Input),
  } as PeopleDesk;
  beforeEach(() => {
    localStorage.clear();
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2024-05-06T02:00:00.000Z") });
    shown = everybody;
    desk.server = fakeServer({
      Viewer: () => admin,
      People: ({ text }) => peoplePage(shown.filter(({ name }) => typeof text !== "string" || name.includes(text))),
      PersonRecord: ({ id }) => ({ personRecord: shown.find((one) => one.id === id) ?? null }),
      AreaStep: areaStep,
      AreaName: ({ code }) => ({ area: { __typename: "Area", code, name: "迎江区" } }),
      GridBuildings: () => ({ buildings: { __typename: "BuildingConnection", nodes: [{ __typename: "Building", id: "b1", address: "曹家巷小区1号楼", pinyin: "caojiaxiang" }] } }),
      AreaDepartments: () => ({ departments: [{ __typename: "Department", id: "d1", name: "区住建局" }] }),
      PartyCommittee: () => ({ committee: null }),
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
export const row = (name: string) => page.getByRole("list", { name: "人员" }).getByRole("listitem").filter({ has: page.getByRole("link", { name, exact: true }) });
export const drawer = () => page.getByRole("dialog");
export const form = (name: string) => page.getByRole("form", { name });
export const submit = (formName: string, name = formName) => form(formName).getByRole("button", { name, exact: true });

/** Opens somebody from the list. */
export async function open(name: string) {
  await openPage("/people");
  await page.getByRole("link", { name, exact: true }).click();
  await drawer().getByRole("heading", { level: 2, name }).findElement();
}

export async function choose(field: RegExp, option: string) {
  await button(field).click();
  await page.getByRole("option", { name: new RegExp(`^${option}`) }).click();
}

/** What an invitation or a reset hands out. */
export const link = { __typename: "AccessLink", path: "/welcome#secret-token", expiresAt: "2024-05-09T02:00:00.000Z" };
