/** The six digits on a line of their own in a mail with a code; null in any other mail. */
export const codeIn = (text: string): string | null => /^ +(\d{6})$/m.exec(text)?.[1] ?? null;

/** The address behind the button; null in a mail without one. */
export const linkIn = (text: string): string | null => /^(https?:\/\/\S+)$/m.exec(text)?.[1] ?? null;
