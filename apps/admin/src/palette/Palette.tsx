import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useQuery } from "urql";
import { useSettled } from "../intake/buildings.ts";
import { areasOf, communitiesOf, useViewer } from "../session/viewer.ts";
import { Icon } from "../ui/Icon.tsx";
import { KeyHint } from "../ui/KeyHint.tsx";
import { SearchField } from "../ui/SearchField.tsx";
import { useWords } from "../words/useWords.tsx";
import { type PaletteEntry, usePaletteSections } from "./entries.ts";
import { paletteDocument } from "./palette-document.ts";
import { paletteWords } from "./palette-words.ts";

/** Everything that has a name, found by typing: arrows choose, Enter goes there, Escape leaves. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords(paletteWords);
  const { frame } = useWords();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [text, setText] = useState("");
  const asked = useSettled(text.trim(), 150);
  const areas = areasOf(viewer);
  const [{ data, fetching, error }] = useQuery({
    query: paletteDocument,
    variables: { areas, parent: communitiesOf(viewer)[0] ?? "", text: asked },
    pause: asked === "" || areas.length === 0,
  });
  const isLooking = text.trim() !== asked || (asked !== "" && fetching);
  const sections = usePaletteSections(text, asked === "" || isLooking ? undefined : data);
  const entries = new Map(sections.flatMap((section) => section.entries).map((entry) => [entry.id, entry]));

  const run = ({ to }: PaletteEntry) => {
    onClose();
    if (typeof to === "string") void navigate({ href: to });
    else to();
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-50 flex items-start justify-center bg-scrim p-2 data-entering:animate-appear sm:pt-[12vh]"
    >
      <Modal className="flex max-h-[calc(100dvh-1rem)] w-full min-w-0 flex-col overflow-hidden rounded-one bg-raised text-body text-ink shadow-one outline-none sm:max-h-[70vh] sm:max-w-xl">
        <Dialog aria-label={frame.commandPalette} className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField
              label={frame.commandPalette}
              placeholder={words.prompt}
              autoFocus
              maxLength={80}
              className="border-b border-line p-2"
              // Escape leaves at once: in a palette nobody clears first.
              onKeyDown={(event) => {
                if (event.key === "Escape") onClose();
                else event.continuePropagation();
              }}
            />
            {/* The arrows move through the list while the keyboard stays in the field: who scrolls by keys alone reaches it with Tab. */}
            <div tabIndex={0} className="min-h-24 overflow-auto">
              <Menu
                aria-label={frame.commandPalette}
                items={sections}
                onAction={(key) => {
                  const entry = entries.get(String(key));
                  if (entry) run(entry);
                }}
                className="p-1 outline-none"
                renderEmptyState={() => (
                  <p role="status" className="p-4 text-center text-ink-soft">
                    {isLooking ? words.looking : words.nothing}
                  </p>
                )}
              >
                {(section) => (
                  <MenuSection id={section.id} className="not-first:mt-1 not-first:border-t not-first:border-line not-first:pt-1">
                    <Header className="px-2 pt-1 pb-0.5 text-small text-ink-soft">{section.label}</Header>
                    {section.entries.map((entry) => (
                      <Line key={entry.id} entry={entry} />
                    ))}
                  </MenuSection>
                )}
              </Menu>
            </div>
          </Autocomplete>
          {error && (
            <p role="status" className="border-t border-line px-3 py-2 text-small text-warn">
              {words.unreachable}
            </p>
          )}
          <footer aria-hidden="true" className="hidden gap-4 border-t border-line px-3 py-2 text-small text-ink-soft sm:flex">
            <span className="flex items-center gap-1">
              <KeyHint keys={["↑", "↓"]} /> {words.move}
            </span>
            <span className="flex items-center gap-1">
              <KeyHint keys={["↵"]} /> {words.run}
            </span>
            <span className="flex items-center gap-1">
              <KeyHint keys={["Esc"]} /> {words.close}
            </span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Line({ entry }: { entry: PaletteEntry }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className="flex min-h-control items-center gap-2 rounded-one px-2 py-1 outline-none data-focused:bg-hover data-pressed:bg-pressed"
    >
      <Icon name={entry.icon} size="small" className="text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{entry.label}</span>
        {entry.detail && <span className="block truncate text-small text-ink-soft">{entry.detail}</span>}
      </span>
    </MenuItem>
  );
}
