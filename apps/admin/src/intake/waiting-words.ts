import { wordPair } from "../words/language.ts";

/** The words of the mark in the top bar of every page, apart from those of the intake page: they are part of the first view. */
export const waitingWords = wordPair(
  {
    count: (count: number) => `${count} 件登记还没发送`,
    sentLater: (no: string) => `补发成功：${no}`,
    sentLaterOutOfSight: "补发成功",
    filesSent: (no: string) => `照片和录音已上传：${no}`,
  },
  {
    count: (count) => `${count} ${count === 1 ? "entry" : "entries"} not sent yet`,
    sentLater: (no) => `Sent now: ${no}`,
    sentLaterOutOfSight: "Sent now",
    filesSent: (no) => `Photos and recordings sent: ${no}`,
  },
);
