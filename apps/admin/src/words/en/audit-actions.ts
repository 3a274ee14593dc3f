import type { Same } from "../language.ts";
import type { auditActions as zh } from "../zh/audit-actions.ts";

export const auditActions: Same<typeof zh> = {
  collectOpinion: "Recorded", acceptCase: "Accepted", declineCase: "Declined", amendCase: "Amended", assignCase: "Assigned", assignCases: "Assigned, several", startCase: "Started",
  recordContact: "Noted a contact", escalateCase: "Escalated", escalateCases: "Escalated, several", referUpCase: "Referred up", sendDownCase: "Sent down", returnOrder: "Returned the order", deliberateCase: "Took to a bench meeting",
  blowWhistle: "Blew the whistle", reportForDuty: "Reported for duty", releaseWhistle: "Released the whistle", holdCase: "Put on hold", resumeCase: "Resumed", extendCase: "Extended", approveAsk: "Approved a request", turnDownAsk: "Turned a request down",
  superviseCase: "Supervised", resolveCase: "Resolved", answerCase: "Answered", recordCallback: "Called back", closeCase: "Closed", reopenCase: "Reopened", appealCase: "Appealed", withdrawCase: "Withdrew",
  correctCase: "Corrected the record", mergeCase: "Merged", unmergeCase: "Unmerged", splitCase: "Split", adoptCase: "Adopted as a project", removeAttachment: "Removed an attachment", uploadAttachment: "Uploaded an attachment",
  downloadAttachment: "Downloaded an attachment", submitProject: "Submitted a project", returnProject: "Returned a project", publiciseProject: "Publicised a project", runProject: "Began a project", amendProjectPlan: "Changed a project's plan",
  completeMilestone: "Completed a milestone", acceptDeliverable: "Accepted a deliverable", explainShortfall: "Explained a shortfall", requestStrikeOff: "Asked to strike off", strikeOffProject: "Struck a project off", abandonProject: "Gave a project up",
  saveView: "Saved a view", deleteView: "Deleted a view", revealPersonalData: "Looked at personal data", exportPerson: "Exported a person's data", erasePerson: "Erased a person's data", exportCases: "Exported a list",
  grantRole: "Granted a role", endRole: "Ended a role", nameStandIn: "Named a stand-in", endLeave: "Ended a leave", setCommittee: "Set the Party committee", inviteWorker: "Invited a worker", inviteAccount: "Invited an account",
  disableAccount: "Disabled an account", enableAccount: "Enabled an account", unlockAccount: "Unlocked an account", resetPassword: "Reset a password", removeSecondFactor: "Removed a second factor", signIn: "Signed in",
  signInFirstFactor: "Passed the password", signOut: "Signed out", changePassword: "Changed the password", acceptInvitation: "Accepted an invitation", setUpSecondFactor: "Set up a second factor", endSession: "Ended a session",
  endOtherSessions: "Ended other sessions", audit: "Read the audit",
};
