import { iconPaths, type IconName } from "./icon-paths.ts";

export interface IconProps {
  name: IconName;
  /** Named icons are images to screen readers; without a label the icon is decoration (the usual case). */
  label?: string;
  /** "small" 16 px (in text), "body" 20 px; both grow with the text in elder mode. */
  size?: "small" | "body";
  /** Fills the drawing: a chosen star, a raised flag. */
  filled?: boolean;
  className?: string;
}

/** One small drawing from our own set; takes the colour of the text around it. */
export function Icon({ name, label, size = "body", filled = false, className = "" }: IconProps) {
  const hidden = label === undefined;
  return (
    <svg
      viewBox="0 0 20 20"
      className={`inline-block shrink-0 ${size === "small" ? "size-4 large:size-5" : "size-5 large:size-6"} ${className}`}
      fill={filled ? "currentColor" : "none"}
      stroke="currentColor"
      strokeWidth={name === "more" || name === "drag" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={hidden ? undefined : "img"}
      aria-label={label}
      aria-hidden={hidden || undefined}
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
