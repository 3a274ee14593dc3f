import { AmendApiKey } from "./amend-api-key.ts";
import { CreateApiKey } from "./create-api-key.ts";
import { ApiKeyResolver } from "./key-query.ts";
import { RevokeApiKey } from "./revoke-api-key.ts";
import { RotateApiKey } from "./rotate-api-key.ts";

/** The resolvers of keys. */
export const keyResolvers = [AmendApiKey, ApiKeyResolver, CreateApiKey, RevokeApiKey, RotateApiKey] as const;
