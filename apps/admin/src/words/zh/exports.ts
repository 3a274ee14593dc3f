/** 导出: lists as files. */
export const exports = {
  export: "导出",
  csv: "导出 CSV",
  csvWhat: "任何软件都能打开",
  xlsx: "导出 Excel",
  xlsxWhat: "数字和日期可直接计算",
  noRight: "没有在这些区域导出清单的权限",
  running: "正在导出…",
  done: (rows: number) => `已导出 ${rows} 行`,
  failed: "没有导出成功",
} as const;
