import { type ComponentType, lazy, type LazyExoticComponent, type RefObject, Suspense, useRef, useState } from "react";
import { Button, type ButtonProps } from "./Button.tsx";
import { IconButton } from "./IconButton.tsx";
import type { IconName } from "./icon-paths.ts";

/** What every panel is given: where to stand, and how to say that it is done. It draws itself as a Popover or a Menu, open. */
export interface PanelProps {
  triggerRef: RefObject<Element | null>;
  onClose: () => void;
}

export interface LazyPanel<Extra extends object> {
  Panel: LazyExoticComponent<ComponentType<PanelProps & Extra>>;
  fetch: () => void;
}

/** Names a panel that is code of its own: `const movePanel = lazyPanel(() => import("./MovePanel.tsx"))`, outside any component. */
export function lazyPanel<Extra extends object = object>(
  load: () => Promise<{ default: ComponentType<PanelProps & Extra> }>,
): LazyPanel<Extra> {
  return { Panel: lazy(load), fetch: () => void load() };
}

export interface PanelButtonProps<Extra extends object>
  extends Pick<ButtonProps, "variant" | "size" | "iconAfter" | "disabledReason" | "className"> {
  panel: LazyPanel<Extra>;
  /** What the panel needs beside its place. */
  panelProps: Extra;
  /** The words on the button; with `icon` and `hideLabel` only the icon is drawn. */
  label: string;
  icon?: IconName;
  hideLabel?: boolean;
}

/**
 * A button that opens a menu or a popover whose code comes when the pointer or the focus comes near. Overlays weigh 30 KB
 * gz: what is in the first view of a page opens its own through this.
 */
export function PanelButton<Extra extends object>({ panel, panelProps, label, icon, iconAfter, hideLabel = false, ...look }: PanelButtonProps<Extra>) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { Panel } = panel;
  const given = {
    ref: trigger,
    "aria-haspopup": "dialog" as const,
    "aria-expanded": isOpen,
    onPress: () => setOpen(true),
    onHoverStart: panel.fetch,
    onFocus: panel.fetch,
  };
  return (
    <>
      {icon && hideLabel ? (
        <IconButton {...look} {...given} icon={icon} label={label} tooltipPlacement="bottom" />
      ) : (
        <Button {...look} {...given} {...(icon ? { icon } : {})} {...(iconAfter ? { iconAfter } : {})}>
          {label}
        </Button>
      )}
      {isOpen && (
        <Suspense>
          <Panel {...panelProps} triggerRef={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
