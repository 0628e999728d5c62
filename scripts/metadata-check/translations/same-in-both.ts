/** Words that are the same in French and in English, in small letters. Any other text that is the same was forgotten. */
export const SAME_IN_BOTH: ReadonlySet<string> = new Set([
    ...['console', 'contact', 'contacts', 'message', 'messages', 'notes', 'position', 'question', 'quo', 'sona']
]);
