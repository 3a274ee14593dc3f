import { type ReactNode, useState } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useWords } from "../words/useWords.tsx";
import { Button } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the main one last. */
  footer?: ReactNode;
  /** alertdialog: cannot be dismissed by pressing beside it. */
  role?: "dialog" | "alertdialog";
  size?: "small" | "body" | "large";
}

const widths = { small: "sm:max-w-sm", body: "sm:max-w-lg", large: "sm:max-w-3xl" };

/** Asks for one thing and blocks the page until it is answered. On phones it comes up from the lower edge. */
export function Dialog({ title, isOpen, onClose, children, footer, role = "dialog", size = "body" }: DialogProps) {
  const words = useWords();
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === "dialog"}
      className="fixed inset-0 z-40 flex items-end justify-center bg-scrim data-entering:animate-appear sm:items-center sm:p-6"
    >
      <Modal
        className={`flex max-h-[92dvh] w-full min-w-0 flex-col rounded-t-one bg-raised text-body text-ink shadow-one outline-none sm:rounded-one ${widths[size]}`}
      >
        <AriaDialog role={role} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-center gap-2 border-b border-line py-2 ps-4 pe-2">
            <Heading slot="title" level={2} className="min-w-0 flex-1 text-lead font-semibold">
              {title}
            </Heading>
            <IconButton icon="close" label={words.ui.close} onPress={onClose} hasTooltip={false} />
          </header>
          <div className="min-h-0 overflow-auto p-4">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-3">{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  /** The verb on the button: "删除", not "确定". */
  confirmLabel: string;
  isDangerous?: boolean;
  /** The dialog stays open, its button pending, until this settles. */
  onConfirm: () => void | Promise<void>;
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({ title, children, isOpen, onClose, confirmLabel, isDangerous = false, onConfirm }: ConfirmDialogProps) {
  const words = useWords();
  const [isPending, setPending] = useState(false);
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      onClose();
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      {...{ title, isOpen, onClose }}
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button variant={isDangerous ? "danger" : "primary"} isPending={isPending} onPress={() => void confirm()}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
