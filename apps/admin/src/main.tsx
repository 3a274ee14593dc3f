import { RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { Provider } from "urql";
import { makeClient } from "./client.ts";
import { applyStoredDisplay } from "./frame/display.ts";
import { fetchFontIfMissing } from "./frame/late-font.ts";
import { type FrameSlots, Slots } from "./frame/slots.ts";
import { InboxButton } from "./inbox/InboxButton.tsx";
import { LiveSign } from "./live/LiveSign.tsx";
import { CommandPalette } from "./palette/CommandPalette.tsx";
import { makeRouter } from "./routes.tsx";
import { SessionGate } from "./session/SessionGate.tsx";
import { UserMenu } from "./session/UserMenu.tsx";
import "./theme.css";
import { prepareAnnouncements } from "./ui/announce.ts";
import { LanguageProvider } from "./words/useWords.tsx";

// What waits to be sent is sent a moment after the page is there. Where its code cannot be fetched nothing can be sent either.
const WaitingMark = lazy(() => import("./intake/WaitingMark.tsx").catch(() => ({ default: () => null })));

/** Who fills the places of the frame. */
const slots: FrameSlots = {
  CommandPalette,
  Inbox: InboxButton,
  UserMenu: () => (
    <>
      <LiveSign />
      <Suspense>
        <WaitingMark />
      </Suspense>
      <UserMenu />
    </>
  ),
};

applyStoredDisplay();
prepareAnnouncements();

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
const router = makeRouter();
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <Provider value={makeClient({ live: { url: "/graphql/stream", fetch: (...given) => fetch(...given) } })}>
        <Slots value={slots}>
          <RouterProvider router={router} InnerWrap={SessionGate} />
        </Slots>
      </Provider>
    </LanguageProvider>
  </StrictMode>,
);
fetchFontIfMissing();
