/** Words of what comes by itself: changes of others, and who is looking. */
export const live = {
  between: "、",
  looking: (names: string, _count: number) => `${names} 正在查看`,
  lost: "正在重新连接…",
  lostNote: "暂时收不到别人的改动，连上后会自动更新",
} as const;
