/** What each action of the audit is called: every mutation of the contract, and what people do to their own accounts. */
export const auditActions = {
  collectOpinion: "登记", acceptCase: "受理", declineCase: "不予受理", amendCase: "补充事项", assignCase: "指派", assignCases: "批量指派", startCase: "开始办理",
  recordContact: "记录联系", escalateCase: "上报", escalateCases: "批量上报", referUpCase: "转报", sendDownCase: "下交", returnOrder: "退单", deliberateCase: "上板凳会",
  blowWhistle: "吹哨", reportForDuty: "报到", releaseWhistle: "解除吹哨", holdCase: "挂起", resumeCase: "恢复", extendCase: "延期", approveAsk: "同意申请", turnDownAsk: "不同意申请",
  superviseCase: "督办", resolveCase: "办结", answerCase: "答复", recordCallback: "回访", closeCase: "销号", reopenCase: "重新办理", appealCase: "不满意申诉", withdrawCase: "撤回",
  correctCase: "更正记录", mergeCase: "并案", unmergeCase: "取消并案", splitCase: "拆分", adoptCase: "列为书记项目", removeAttachment: "删除附件", uploadAttachment: "上传附件",
  downloadAttachment: "下载附件", submitProject: "申报项目", returnProject: "退回项目", publiciseProject: "公示项目", runProject: "项目开工", amendProjectPlan: "调整项目计划",
  completeMilestone: "完成节点", acceptDeliverable: "验收成果", explainShortfall: "说明未达标", requestStrikeOff: "申请销号", strikeOffProject: "项目销号", abandonProject: "终止项目",
  saveView: "保存视图", deleteView: "删除视图", revealPersonalData: "查看个人信息", exportPerson: "导出个人信息", erasePerson: "删除个人信息", exportCases: "导出清单",
  grantRole: "授予角色", endRole: "结束角色", nameStandIn: "指定代理", endLeave: "结束请假", setCommittee: "设定党组织班子", inviteWorker: "邀请工作人员", inviteAccount: "邀请账号",
  disableAccount: "停用账号", enableAccount: "启用账号", unlockAccount: "解锁账号", resetPassword: "重置密码", removeSecondFactor: "移除两步验证", signIn: "登录",
  signInFirstFactor: "通过密码验证", signOut: "退出登录", changePassword: "修改密码", acceptInvitation: "接受邀请", setUpSecondFactor: "设置两步验证", endSession: "结束一处登录",
  endOtherSessions: "结束其他登录", audit: "查看审计",
} as const;
