/** The one provider: the sign-on of the district. */
export const DISTRICT = "district";

/** Where the district's sign-on sends people back to. Not below /api: the browser comes from another site there. */
export const SSO_CALLBACK_PATH = "/single-sign-on/callback";

export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** The claim that holds the account's user name. */
  readonly claim: string;
}
