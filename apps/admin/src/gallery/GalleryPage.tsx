import { lazy, Suspense } from "react";
import { Page } from "../frame/Page.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { useWords } from "../words/useWords.tsx";
import { Buttons, Icons } from "./Buttons.tsx";
import { Choices } from "./Choices.tsx";
import { Colours } from "./Colours.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Overlays } from "./Overlays.tsx";
import { States } from "./States.tsx";

// The heavy ones (calendar, combo box, tree) in chunks of their own, as pages should have them.
const Fields = lazy(() => import("./Fields.tsx"));
const Data = lazy(() => import("./Data.tsx"));

/** Every component of src/ui in every state. */
export function GalleryPage() {
  const words = useWords();
  const w = useWords(galleryWords);
  return (
    <Page title={words.pages.gallery}>
      <p className="pb-3 text-ink-soft">{w.intro}</p>
      <Suspense fallback={<Skeleton label={words.ui.loading} lines={8} />}>
        <Colours />
        <Buttons />
        <Fields />
        <Choices />
        <Overlays />
        <States />
        <Data />
        <Icons />
      </Suspense>
    </Page>
  );
}
