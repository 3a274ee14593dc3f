import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "../words/useWords.tsx";
import { IconButton } from "./IconButton.tsx";

export interface DrawerProps {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Icon buttons beside the title: previous, next, print. */
  actions?: ReactNode;
  /** Stays in view at the foot: the actions of the thing shown. */
  footer?: ReactNode;
  size?: "body" | "large";
}

/** One thing in full at the right of the page, the whole screen on phones. Escape or a press beside it closes it. */
export function Drawer({ title, isOpen, onClose, children, actions, footer, size = "body" }: DrawerProps) {
  const words = useWords();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-30 flex justify-end bg-scrim data-entering:animate-appear"
    >
      <Modal
        className={`flex h-dvh w-full min-w-0 flex-col bg-surface text-body text-ink shadow-one outline-none data-entering:animate-slide-in ${size === "large" ? "sm:w-[min(60rem,92vw)]" : "sm:w-[min(40rem,92vw)]"}`}
      >
        <AriaDialog className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex min-h-top-bar items-center gap-1 border-b border-line py-1 ps-4 pe-2">
            <Heading slot="title" level={2} className="min-w-0 flex-1 text-lead font-semibold">
              {title}
            </Heading>
            {actions}
            <IconButton icon="close" label={words.ui.close} onPress={onClose} hasTooltip={false} />
          </header>
          <div className="min-h-0 flex-1 overflow-auto p-4">{children}</div>
          {footer && (
            <footer className="flex flex-wrap gap-2 border-t border-line px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">{footer}</footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
