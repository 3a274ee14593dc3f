import { useParams } from "@tanstack/react-router";
import { useWords } from "../../words/useWords.tsx";
import { meetingWords } from "../meeting-words.ts";
import { MinutesSheet } from "./MinutesSheet.tsx";
import { Paper } from "./Paper.tsx";

/** 会议记录 on A4: to print, and to be signed by who was there. */
export function MinutesPage() {
  const { id } = useParams({ from: "/frame/meetings/$id/minutes" });
  const w = useWords(meetingWords);
  return (
    <Paper id={id} title={w.minutes}>
      {(room) => <MinutesSheet room={room} />}
    </Paper>
  );
}
