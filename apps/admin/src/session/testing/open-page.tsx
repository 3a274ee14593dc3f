import { createMemoryHistory, RouterProvider } from "@tanstack/react-router";
import axe from "axe-core";
import { Provider } from "urql";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { makeClient } from "../../client.ts";
import { setDisplay } from "../../frame/display.ts";
import { type FrameSlots, Slots } from "../../frame/slots.ts";
import WaitingMark from "../../intake/WaitingMark.tsx";
import { CommandPalette } from "../../palette/CommandPalette.tsx";
import { makeRouter } from "../../routes.tsx";
import type { Language } from "../../words/language.ts";
import { LanguageProvider } from "../../words/useWords.tsx";
import { SessionGate } from "../SessionGate.tsx";
import { UserMenu } from "../UserMenu.tsx";

const slots = {
  CommandPalette,
  UserMenu: () => (
    <>
      <WaitingMark />
      <UserMenu />
    </>
  ),
};

/** The page as main.tsx puts it together, at an address. */
export async function openPage(path: string, { language, slots: more = {} }: { language?: Language; slots?: FrameSlots } = {}) {
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }));
  await render(
    <LanguageProvider {...(language ? { language } : {})}>
      <Provider value={makeClient()}>
        <Slots value={{ ...slots, ...more }}>
          <RouterProvider router={router} InnerWrap={SessionGate} />
        </Slots>
      </Provider>
    </LanguageProvider>,
  );
  return router;
}

export interface Look {
  language: Language;
  theme: "light" | "dark";
  width: number;
}

/** The looks a page must hold in: each theme with each language, each with each width. */
export const looks: readonly Look[] = [
  { theme: "light", language: "zh", width: 1440 },
  { theme: "light", language: "en", width: 360 },
  { theme: "dark", language: "zh", width: 360 },
  { theme: "dark", language: "en", width: 1440 },
];

export async function wear({ theme, width }: Look): Promise<void> {
  await page.viewport(width, 900);
  setDisplay({ theme, contrast: "normal", size: "normal", navigation: "full" });
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong, and what sticks out at the side. */
export async function flaws(): Promise<string[]> {
  await new Promise((done) => setTimeout(done, 200));
  // React Aria announces a pending button by the id of its label, which may be gone again while the announcement stays.
  const context = { include: document, exclude: ["[data-live-announcer]"] };
  const { violations } = await axe.run(context, {
    runOnly: rules,
    resultTypes: ["violations"],
    // React Aria's hidden close buttons of a popover stand beside its dialog, in no landmark: reached by Tab, never browsed to.
    rules: { region: { enabled: false } },
  });
  const found = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`));
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [...found, `sticks out by ${scrollWidth - clientWidth} px`] : found;
}
