import { useState } from "react";
import { announce } from "../ui/announce.ts";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog, Dialog } from "../ui/Dialog.tsx";
import { Drawer } from "../ui/Drawer.tsx";
import { IconButton } from "../ui/IconButton.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Popover } from "../ui/Popover.tsx";
import { Tabs } from "../ui/Tabs.tsx";
import { TextArea } from "../ui/TextArea.tsx";
import { showToast } from "../ui/toasts.ts";
import { useWords } from "../words/useWords.tsx";
import { galleryWords } from "./gallery-words.ts";
import { Row, Section } from "./Specimen.tsx";

export function Overlays() {
  const w = useWords(galleryWords);
  const { ui } = useWords();
  const [open, setOpen] = useState<"dialog" | "confirm" | "drawer" | null>(null);
  const close = () => setOpen(null);
  return (
    <Section id="overlays" title={w.overlays}>
      <Row>
        <Button onPress={() => setOpen("dialog")}>{w.openDialog}</Button>
        <Button onPress={() => setOpen("confirm")}>{w.confirmDelete}</Button>
        <Button onPress={() => setOpen("drawer")}>{w.openDrawer}</Button>
        <Menu
          label={w.quiet}
          trigger={<Button iconAfter="chevron-down">{w.openMenu}</Button>}
          onAction={(id) => announce(id)}
          groups={[
            {
              id: "handle",
              label: w.group,
              entries: [
                { id: "up", label: w.moveUp, icon: "arrow-up", keys: "]" },
                { id: "down", label: w.moveDown, icon: "arrow-down", keys: "[", disabledReason: w.escalateReason },
                { id: "assign", label: w.assign, icon: "user" },
              ],
            },
            {
              id: "other",
              entries: [
                { id: "print", label: w.print, icon: "printer" },
                { id: "delete", label: w.delete, icon: "bin", isDangerous: true },
              ],
            },
          ]}
        />
        <Popover label={w.reason} trigger={<Button>{w.openPopover}</Button>} className="w-72">
          {(done) => (
            <div className="flex flex-col gap-2">
              <TextArea label={w.reason} placeholder={w.reasonPlaceholder} autoFocus />
              <div className="flex justify-end gap-2">
                <Button onPress={done}>{ui.cancel}</Button>
                <Button variant="primary" onPress={done}>
                  {w.escalate}
                </Button>
              </div>
            </div>
          )}
        </Popover>
        <Button onPress={() => showToast({ title: w.saved, tone: "good" })}>{w.showToast}</Button>
        <Button onPress={() => showToast({ title: w.moved, action: { label: w.undo, onPress: () => announce(w.undone) } })}>{w.showUndo}</Button>
        <Button onPress={() => showToast({ title: w.refused, description: w.escalateReason, tone: "bad" })}>{w.showFailure}</Button>
      </Row>
      <Dialog
        title={w.dialogTitle}
        isOpen={open === "dialog"}
        onClose={close}
        footer={
          <>
            <Button onPress={close}>{ui.cancel}</Button>
            <Button variant="primary" onPress={close}>
              {w.escalate}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          <p>{w.dialogText}</p>
          <TextArea label={w.reason} isRequired />
        </div>
      </Dialog>
      <ConfirmDialog title={w.confirmDelete} isOpen={open === "confirm"} onClose={close} confirmLabel={w.delete} isDangerous onConfirm={close}>
        {w.dialogText}
      </ConfirmDialog>
      <Drawer
        title={w.drawerTitle}
        isOpen={open === "drawer"}
        onClose={close}
        actions={<IconButton icon="printer" label={w.print} tooltipPlacement="bottom" />}
        footer={
          <>
            <Button variant="primary">{w.assign}</Button>
            <Button icon="arrow-up" disabledReason={w.escalateReason}>
              {w.escalate}
            </Button>
          </>
        }
      >
        <Tabs
          label={w.drawerTitle}
          tabs={[
            { id: "timeline", label: w.timeline, content: <p>{w.tabText}</p> },
            { id: "meetings", label: w.meetings, count: 1, content: <p>{w.dialogText}</p> },
          ]}
        />
      </Drawer>
    </Section>
  );
}
