import { integrations as en } from "../words/en/integrations.ts";
import { wordPair } from "../words/language.ts";
import { integrations as zh } from "../words/zh/integrations.ts";

export const integrationsWords = wordPair(zh, en);
