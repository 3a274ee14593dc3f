import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { KeyHint } from "../ui/KeyHint.tsx";
import { PlainButton } from "../ui/PlainButton.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";

const load = () => import("./Palette.tsx");
const Palette = lazy(load);

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** The button in the top bar and Ctrl/⌘ K; what it opens is code of its own. */
export function CommandPalette() {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  // Opened once its code is here: without a network it says so, and the page under it stays.
  const open = useCallback(() => {
    load().then(
      () => setOpen(true),
      () => showToast({ tone: "bad", title: words.ui.failed }),
    );
  }, [words]);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [open]);
  const prepare = () => void load().catch(() => undefined);
  const given = { onClick: open, onPointerEnter: prepare, onFocus: prepare, "aria-haspopup": "dialog" as const };
  return (
    <>
      <span className="contents lg:hidden">
        <PlainButton {...given} variant="quiet" icon="search" iconLabel={words.frame.commandPalette} />
      </span>
      <span className="hidden lg:contents">
        <PlainButton {...given} icon="search" aria-keyshortcuts={isApple ? "Meta+K" : "Control+K"}>
          {words.frame.commandPalette}
          <span aria-hidden="true">
            <KeyHint keys={[isApple ? "⌘" : "Ctrl", "K"]} />
          </span>
        </PlainButton>
      </span>
      {isOpen && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
