import type { Same } from "../language.ts";
import type { personal as zh } from "../zh/personal.ts";

export const personal: Same<typeof zh> = {
  show: "Show",
  showOf: (name) => `Show personal data of ${name}`,
  title: (name) => `Personal data of ${name}`,
  note: "Every look goes on record, and the person can ask who looked.",
  reason: "Reason",
  reasonHelp: "For example: to call before the visit. No names or numbers.",
  what: "What is needed",
  NAME: "Name",
  PHONE: "Phone",
  ADDRESS: "Home",
  reveal: "Show",
  unknown: "Not known",
  hidesIn: (seconds) => `Hidden again in ${seconds} s`,
  hidden: "Personal data hidden",
  hide: "Hide",
  cancel: "Cancel",
  failed: "Nothing came back. Please try again later.",
  reasonMissing: "Give a reason, at least four characters.",
  nothingChosen: "Choose at least one.",
};
