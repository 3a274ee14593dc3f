import { useState } from "react";
import { Lightbox } from "../attachments/Lightbox.tsx";
import { Photos } from "../attachments/Photos.tsx";
import { Section } from "../cases/Section.tsx";
import { useWords } from "../words/useWords.tsx";
import { words } from "./project-words.ts";
import type { ProjectCases } from "./Why.tsx";

/** 前后对比: the photos of its cases, before on one side and after on the other. */
export function BeforeAfter({ cases }: { cases: ProjectCases }) {
  const w = useWords(words);
  const [shownId, setShown] = useState<string | null>(null);
  const photos = cases.flatMap(({ attachments }) => attachments).filter(({ thumbnailUrl, stage }) => thumbnailUrl != null && stage != null);
  return (
    <Section title={w.beforeAfter}>
      {photos.length === 0 ? <p className="text-ink-soft">{w.noPhotos}</p> : <Photos photos={photos} onOpen={setShown} />}
      {shownId !== null && <Lightbox photos={photos} id={shownId} onShow={setShown} onClose={() => setShown(null)} />}
    </Section>
  );
}
