import type { Names } from "./names.ts";

/** The lists that belong to bench meetings. */
type MeetingNames = Pick<
  Names,
  "meetingForm" | "meetingStatus" | "meetingAction" | "meetingStanding" | "meetingEvent" | "agendaEvent" | "attendee" | "signIn" | "invitation" | "invitee" | "affectedScope" | "affectedOrigin" | "stance" | "proposer" | "consensusRule" | "unresolved"
>;

/** What everything at a bench meeting is called in Chinese. */
export const meetingZh: MeetingNames = {
  meetingForm: { AD_HOC: "随时开的", SCHEDULED: "约定的" },
  meetingStatus: { SUMMONED: "已召集", OPEN: "进行中", HELD: "已结束", CANCELLED: "已取消" },
  meetingAction: {
    invite: "通知人员", addToAgenda: "列入议程", open: "开会", cancel: "取消会议", signIn: "签到", removeAttendance: "撤销签到", addAffected: "补充涉及的人家", nameCause: "记录原因",
    proposeOption: "提出方案", recordStatement: "记录发言", takePosition: "记录表态", recuse: "记录回避", resolveItem: "议定", endUnresolved: "记为未达成一致",
    assignAction: "分派任务", completeAction: "完成任务", hold: "散会",
  },
  meetingStanding: { COUNCIL_CONVENER: "本地议事团召集人", CONVENER: "本次会议召集人", RECORDER: "本次会议记录人", ACTION_OWNER: "任务承担人" },
  meetingEvent: {
    MEETING_SUMMONED: "召集板凳会", MEETING_RECORDED: "补记板凳会", INVITED: "通知", AGENDA_EXTENDED: "列入议程", MEETING_OPENED: "开会", SIGNED_IN: "签到", ATTENDANCE_REMOVED: "撤销签到",
    MEETING_HELD: "散会", MEETING_CANCELLED: "取消会议",
  },
  agendaEvent: {
    ITEM_ADDED: "上会", AFFECTED_ADDED: "补充涉及的人家", CAUSE_NAMED: "原因", OPTION_PROPOSED: "方案", STATEMENT_RECORDED: "发言", POSITION_TAKEN: "表态", RECUSED: "回避",
    ITEM_RESOLVED: "议定", ITEM_ENDED: "未达成一致", ACTION_ASSIGNED: "分派任务", ACTION_COMPLETED: "完成任务",
  },
  attendee: {
    RESIDENT: "居民", SHOP_OWNER: "店主", PARTY_MEMBER: "退休党员", WARM_HEARTED: "热心居民", PROPERTY: "物业", GRID_HEAD: "网格长", GRID_MEMBER: "网格员", COUNCIL_MEMBER: "议事团成员",
    MEDIATOR: "调解员", EXPERT: "专家", DEPARTMENT: "部门", VOLUNTEER: "志愿者", OTHER: "其他",
  },
  signIn: { QR: "扫码", PAPER: "纸质签名", HAND: "点名登记" },
  invitation: { DOOR_NOTICE: "门上张贴", PHONE: "电话", MESSAGE: "消息", IN_PERSON: "当面" },
  invitee: { HOUSEHOLD: "人家", PERSON: "人员", DEPARTMENT: "部门", EXPERT: "专家" },
  affectedScope: { UNIT: "本单元", STACK: "同一竖列", BUILDING: "本楼栋", COMPOUND: "本小区", COMMUNITY: "本社区" },
  affectedOrigin: { COMPUTED: "按门牌", REPORTER: "反映人", CONVENER: "召集人补充", PRESENT: "到场" },
  stance: { FOR: "赞成", ACCEPT: "可以接受", AGAINST: "反对" },
  proposer: { RESIDENT: "居民提出", OFFICIAL: "工作人员提出" },
  consensusRule: {
    WIDEST_AGREEMENT: "最大公约数", MAJORITY: "多数同意", CIVIL_CODE_278_HALF: "业主共同决定（过半数）", CIVIL_CODE_278_THREE_QUARTERS: "业主共同决定（四分之三）",
  },
  unresolved: {
    NO_QUORUM: "到场不足半数", NOT_HEARD: "有人没有听到", NO_OPTION: "没有人赞成任何方案", NO_MAJORITY: "没有方案达到规定的多数", CONTESTED: "每个方案都有直接相关的人家反对", TIE: "几个方案不分上下",
    TURNOUT: "参加表决的业主或面积不足三分之二", POSTPONED: "改日再议",
  },
};

/** What everything at a bench meeting is called in English. */
export const meetingEn: MeetingNames = {
  meetingForm: { AD_HOC: "Ad hoc", SCHEDULED: "Scheduled" },
  meetingStatus: { SUMMONED: "Summoned", OPEN: "Open", HELD: "Held", CANCELLED: "Cancelled" },
  meetingAction: {
    invite: "Invite", addToAgenda: "Put on the agenda", open: "Open the meeting", cancel: "Cancel the meeting", signIn: "Sign in", removeAttendance: "Take back a sign-in", addAffected: "Add households concerned",
    nameCause: "Name a cause", proposeOption: "Propose an option", recordStatement: "Record a statement", takePosition: "Take a position", recuse: "Recuse somebody", resolveItem: "Resolve",
    endUnresolved: "End without agreement", assignAction: "Assign an action", completeAction: "Complete an action", hold: "End the meeting",
  },
  meetingStanding: { COUNCIL_CONVENER: "convener of a council here", CONVENER: "convener of this meeting", RECORDER: "recorder of this meeting", ACTION_OWNER: "owner of the action" },
  meetingEvent: {
    MEETING_SUMMONED: "Meeting summoned", MEETING_RECORDED: "Meeting recorded afterwards", INVITED: "Invited", AGENDA_EXTENDED: "Put on the agenda", MEETING_OPENED: "Meeting opened", SIGNED_IN: "Signed in",
    ATTENDANCE_REMOVED: "Sign-in taken back", MEETING_HELD: "Meeting ended", MEETING_CANCELLED: "Meeting cancelled",
  },
  agendaEvent: {
    ITEM_ADDED: "On the agenda", AFFECTED_ADDED: "Households added", CAUSE_NAMED: "Cause", OPTION_PROPOSED: "Option", STATEMENT_RECORDED: "Statement", POSITION_TAKEN: "Position", RECUSED: "Recused",
    ITEM_RESOLVED: "Resolved", ITEM_ENDED: "Not agreed", ACTION_ASSIGNED: "Action assigned", ACTION_COMPLETED: "Action completed",
  },
  attendee: {
    RESIDENT: "Resident", SHOP_OWNER: "Shop owner", PARTY_MEMBER: "Retired Party member", WARM_HEARTED: "Warm-hearted resident", PROPERTY: "Property staff", GRID_HEAD: "Grid head", GRID_MEMBER: "Grid member",
    COUNCIL_MEMBER: "Council member", MEDIATOR: "Mediator", EXPERT: "Expert", DEPARTMENT: "Department", VOLUNTEER: "Volunteer", OTHER: "Other",
  },
  signIn: { QR: "QR code", PAPER: "On paper", HAND: "By roll-call" },
  invitation: { DOOR_NOTICE: "Notice at the door", PHONE: "Phone", MESSAGE: "Message", IN_PERSON: "In person" },
  invitee: { HOUSEHOLD: "Household", PERSON: "Person", DEPARTMENT: "Department", EXPERT: "Expert" },
  affectedScope: { UNIT: "Unit", STACK: "Stack", BUILDING: "Building", COMPOUND: "Compound", COMMUNITY: "Community" },
  affectedOrigin: { COMPUTED: "By door", REPORTER: "Reporter", CONVENER: "Added by the convener", PRESENT: "Present" },
  stance: { FOR: "For", ACCEPT: "Can accept", AGAINST: "Against" },
  proposer: { RESIDENT: "By a resident", OFFICIAL: "By an official" },
  consensusRule: {
    WIDEST_AGREEMENT: "Widest agreement", MAJORITY: "Majority", CIVIL_CODE_278_HALF: "Joint decision of owners, half", CIVIL_CODE_278_THREE_QUARTERS: "Joint decision of owners, three quarters",
  },
  unresolved: {
    NO_QUORUM: "Fewer than half were there", NOT_HEARD: "Somebody was not heard", NO_OPTION: "Nobody is for any option", NO_MAJORITY: "No option has the share it needs",
    CONTESTED: "Each option has somebody directly concerned against it", TIE: "Options are equal on all counts", TURNOUT: "Fewer than two thirds of owners or area take part", POSTPONED: "Put off to another day",
  },
};
