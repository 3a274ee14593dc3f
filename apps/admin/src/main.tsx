import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyStoredDisplay } from "./frame/display.ts";
import { fetchFontIfMissing } from "./frame/late-font.ts";
import { type FrameSlots, Slots } from "./frame/slots.ts";
import { makeRouter } from "./routes.tsx";
import "./theme.css";
import { prepareAnnouncements } from "./ui/announce.ts";
import { LanguageProvider } from "./words/useWords.tsx";

/** Who fills the places of the frame: the session its user menu, the board its command palette. */
const slots: FrameSlots = {};

applyStoredDisplay();
prepareAnnouncements();

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
const router = makeRouter();
createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <Slots value={slots}>
        <RouterProvider router={router} />
      </Slots>
    </LanguageProvider>
  </StrictMode>,
);
fetchFontIfMissing();
