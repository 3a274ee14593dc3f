import { Switch as AriaSwitch, type SwitchProps as AriaSwitchProps } from "react-aria-components/Switch";

export interface SwitchProps extends Omit<AriaSwitchProps, "children" | "className" | "style" | "isDisabled" | "render"> {
  label: string;
  description?: string;
  className?: string;
}

/** A setting that takes effect at once. The label stands before the switch, which moves to the end of the line. */
export function Switch({ label, description, className, ...given }: SwitchProps) {
  return (
    <AriaSwitch {...given} className={`group/switch flex min-h-control items-center gap-3 rounded-one ${className ?? ""}`}>
      <span className="min-w-0 flex-1">
        <span className="block">{label}</span>
        {description && <span className="block text-small text-ink-soft">{description}</span>}
      </span>
      <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors group-data-selected/switch:border-accent group-data-selected/switch:bg-accent">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected/switch:translate-x-4 group-data-selected/switch:bg-on-accent" />
      </span>
    </AriaSwitch>
  );
}
