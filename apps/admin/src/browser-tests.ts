// Every component test sees the page as people do: sizes, colours and the live regions.
import "./theme.css";
import { prepareAnnouncements } from "./ui/announce.ts";

prepareAnnouncements();
