import { type ComponentType, createContext } from "react";

/**
 * Places in the frame that others fill. The frame knows no session, no cases: main.tsx, which knows everybody, hands the
 * components in.
 */
export interface FrameSlots {
  /** At the end of the top bar: who is signed in. */
  UserMenu?: ComponentType;
  /** In the top bar: the button that opens the command palette (it also owns Ctrl/⌘ K). */
  CommandPalette?: ComponentType;
  /** In the top bar, before the user: mentions, assignments, deadlines. */
  Inbox?: ComponentType;
}

export const Slots = createContext<FrameSlots>({});
