/** In UTF-16 code units. Ten is long enough where logins are rate-limited; passphrases are welcome. */
export const PASSWORD_LENGTH = { least: 10, most: 200 } as const;
