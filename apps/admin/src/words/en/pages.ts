import type { Same } from "../language.ts";
import type { pages as source } from "../zh/pages.ts";

export const pages: Same<typeof source> = {
  board: "Board",
  myWork: "My work",
  intake: "Intake",
  opinions: "Opinions",
  meetings: "Bench meetings",
  mediations: "Mediation",
  fees: "Fees",
  projects: "Secretary projects",
  places: "Places",
  people: "People and roles",
  departments: "Departments",
  collectionPoints: "Collection points",
  contactDays: "Contact days",
  dashboard: "Dashboard",
  integrations: "Integrations",
  audit: "Audit",
  inbox: "Inbox",
  settings: "Settings",
  account: "My account",
  publicCase: "Public page",
  signIn: "Sign in",
  gallery: "Gallery",
};
