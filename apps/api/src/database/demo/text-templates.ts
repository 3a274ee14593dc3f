import type { TextTemplate } from "@bandeng/domain";

/** Texts the demo's community offers in forms: what its clerk writes most often. */
export const demoTemplates: readonly TextTemplate[] = [
  { id: "t1", kind: "ANSWER", name: "已报修", body: "您反映的问题已经报修，师傅三个工作日内上门，修好后我们再回访您。" },
  { id: "t2", kind: "ANSWER", name: "已列入计划", body: "您的意见已列入社区近期计划，定下时间后会在楼道公示栏告知。" },
  { id: "t3", kind: "DECLINE", name: "请找物业", body: "这件事由小区物业负责，请拨打物业服务中心电话；一周内没有答复的，再来找我们。" },
  { id: "t4", kind: "DECLINE", name: "请拨 12345", body: "这件事不在社区职责内，请拨打 12345 热线，社区可以帮您一起反映。" },
  { id: "t5", kind: "WHISTLE", name: "现场会商", body: "请派人到现场，与网格长、居民代表一起看一看，当场商定怎么办。" },
  { id: "t6", kind: "RESULT", name: "已修复", body: "已请师傅修复，现场试用正常，照片附后。" },
  { id: "t7", kind: "RESULT", name: "已劝导", body: "已上门劝导，当事人答应改正，网格员一周内再去看一次。" },
];
