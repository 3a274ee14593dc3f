/** What the other party says when it is heard. */
export const otherSides = [
  "我承认有不周到的地方，可责任不能全算我的。",
  "以前也好好商量过，话赶话才闹僵的。",
  "只要说清楚该我出多少，我认。",
  "我家里有老人，动静大的活得挑时候做。",
  "该改的我改，费用总得商量个数。",
] as const;

/** What the parties differ on. */
export const issuesTold = ["责任由谁承担，由谁处理，何时办完。", "是否赔偿、赔偿多少，今后怎样相处。", "双方责任怎样划分，今后怎样避免。"] as const;

/** Return visits after an agreement. */
export const visitsTold = ["两家都说处理好了，见面能打招呼。", "现场看过，没有再发生，双方没有新的意见。", "电话问过两家，都按协议做了。"] as const;
