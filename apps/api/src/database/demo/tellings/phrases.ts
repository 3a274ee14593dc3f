import type { HoldReason } from "@bandeng/domain";

// What officials write and respondents answer between the beginning and the end of a matter. All invented.

export const firstContacts = [
  "电话告诉来人已受理，说明了答复的日子。",
  "上门看了现场，拍了照片，请住户先注意安全。",
  "在楼下碰面谈了十来分钟，把情况问清楚了。",
  "打电话核对了位置和时间，对方说晚上都在家。",
  "到家里坐了一会儿，听老人从头说了一遍。",
  "发了信息告知经办人和电话。",
  "在门口小板凳上聊的，邻居也过来补充了两句。",
] as const;

export const progressNotes = [
  "师傅已看过现场，明天带料过来。",
  "和隔壁单元一起约了时间，凑齐人再动工。",
  "报价拿到两份，还差一份。",
  "材料到了一半，先做靠里的一段。",
  "走访了上下三户，意见基本一致。",
  "现场复核过一次，比原来说的多一处。",
] as const;

export const resultsTold = [
  "把结果当面告诉了来人，请他再看两天。",
  "电话告知已办好，提醒会有人回访。",
  "发了前后照片，对方回复收到。",
  "上门告知，顺便看了效果。",
] as const;

export const satisfiedWords = [
  "办得快，没想到还专门回来看一眼。",
  "好了好了，这下睡得着了。",
  "说到做到，谢谢你们跑前跑后。",
  "比我想的好，邻居也说好。",
  "解决了，以后有事还找你们。",
  "满意，师傅手艺也实在。",
] as const;

export const basicWords = ["大体上好了，边上还有一点没收干净。", "能用了，就是等得久了些。", "基本满意，希望以后提前说一声。"] as const;

export const dissatisfiedWords = ["修了三天又是老样子。", "只弄了表面，里头没动。", "说好的时间没有来，我请了半天假白等。"] as const;

export const escalationReasons = [
  "楼栋里解决不了，要整个小区一起商量。",
  "牵涉几栋楼的公共部位，需网格牵头。",
  "需要动用公共场地，请社区出面。",
  "费用超出楼栋能力，请上一级协调。",
  "两次上门协商都没谈拢。",
] as const;

export const benches = ["楼前小板凳", "百货商店门口收集点", "单元门口空地", "小区凉亭", "居民活动室", "院内老槐树下"] as const;

export const holdWords: Readonly<Record<HoldReason, string>> = {
  WAIT_DEPARTMENT: "等区里部门批复施工。",
  WAIT_PARTY: "当事人在外地，约好回来再谈。",
  WAIT_SEASON: "天气不合适，等转晴再做防水。",
  WAIT_FUNDS: "等维修费收齐。",
  FORCE_MAJEURE: "连续暴雨无法施工。",
};

export const tried = [
  "开过一次板凳会，部门来看过，产权不在社区。",
  "与产权单位谈了两轮，需街道协调。",
  "板凳会上方案一致，经费和路权在上级。",
] as const;

export const declinedTo = ["请向人民法院诉讼服务中心咨询。", "请拨打110或到宜城路派出所。", "已有同一事项在办，请看编号后面的进度。"] as const;

